namespace Bot.Answers.Library.Checks;

/// <summary>A question of a run, and what is expected of it.</summary>
/// <param name="IsChecked">Whether anything is expected.</param>
/// <param name="Document">Name of the document that is to answer; null when it is to be refused.</param>
/// <param name="Group">The group it is asked in; null where that does not matter.</param>
public sealed record AskedCheck(string Question, bool IsChecked, string? Document, string? Group)
{
    /// <summary>Whether the outcome is what was expected; true where nothing was.</summary>
    public bool IsRight(Outcome outcome) => !IsChecked
        || (Document is null ? outcome.Documents.Count == 0 : outcome.Documents.Contains(Document));
}

/// <summary>What came of a question.</summary>
/// <param name="Documents">The documents that answered; none when it was refused.</param>
/// <param name="Answer">As the group would hear it, with the source; null when it was refused.</param>
public sealed record Outcome(IReadOnlyList<string> Documents, string? Answer, double Confidence)
{
    public static Outcome Of(Considered considered) => considered.Sources is { Count: > 0 } sources
        ? new Outcome([.. sources.Select(source => source.Document)], Said(considered, sources), Sure(considered))
        : new Outcome([], null, Sure(considered));

    private static string Said(Considered considered, IReadOnlyList<Knowledge.Citation> sources) =>
        (considered is { Differing: { } other, NeedsPerson: false } ? AnswerReplies.Differing(sources[0], other) : null) ?? AnswerReplies.Answered(sources);

    private static double Sure(Considered considered) => considered.Parts.Max(part => part.Answer?.Confidence ?? 0);
}
