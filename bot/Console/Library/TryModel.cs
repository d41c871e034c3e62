using Bot.Answers;
using Bot.Answers.Library.Checks;
using Knowledge;

namespace Bot.Console.Library;

/// <summary>A question to try: as it is said, where, and on which day.</summary>
/// <param name="Group">Null where the group does not matter.</param>
public sealed record TryAsk(string? Question, string? Group, DateOnly Day);

/// <param name="Tried">Null before anything was asked.</param>
/// <param name="Before">What was tried before, the latest first: one's own, or everybody's where all may be seen.</param>
public sealed record TryModel(TryAsk Ask, IReadOnlyList<string> Groups, Tried? Tried, bool MayChange, IReadOnlyList<QuestionRun> Before);

/// <param name="Reply">As the group would hear it.</param>
/// <param name="Threshold">The confidence from which on a question is answered; null while the knowledge base is not open.</param>
/// <param name="Found">The first documents found, also those that may not answer then and there.</param>
public sealed record Tried(Considered Considered, string Reply, double? Threshold, IReadOnlyList<FoundHit> Found);

/// <param name="Id">Of the document's page; null when it is gone.</param>
/// <param name="Version">Of what is on the page, for an act.</param>
/// <param name="Share">The score as a part of the best one's.</param>
public sealed record FoundHit(int? Id, int Version, Hit Hit, double Share);
