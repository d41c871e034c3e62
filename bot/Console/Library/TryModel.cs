using Bot.Answers;
using Knowledge;

namespace Bot.Console.Library;

/// <param name="Tried">Null before anything was asked.</param>
public sealed record TryModel(string? Question, Tried? Tried);

/// <param name="Reply">As the group would hear it.</param>
/// <param name="Threshold">The confidence from which on a question is answered; null while the knowledge base is not open.</param>
/// <param name="Found">The first documents found, each with its passage nearest to the question.</param>
public sealed record Tried(Considered Considered, string Reply, double? Threshold, IReadOnlyList<FoundPassage> Found);

/// <param name="Id">Of the document's page; null when it is gone.</param>
/// <param name="Share">The score as a part of the best one's.</param>
public sealed record FoundPassage(int? Id, RankedDocument Document, double Share, Chunk? Passage);
