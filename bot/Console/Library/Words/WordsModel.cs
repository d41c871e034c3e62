using Bot.Answers.Library.Words;

namespace Bot.Console.Library.Words;

/// <param name="Supplied">What comes with the program.</param>
/// <param name="Problems">Lines that were not kept.</param>
public sealed record WordsModel(IReadOnlyList<SameWords> Words, IReadOnlyList<IReadOnlyList<string>> Supplied, IReadOnlyList<string> Problems, string? Text = null);
