namespace Bot.Answers;

public enum HandOffOutcome { Done, NotFound, Stale, Refused }

/// <summary>What came of a person's decision on a question; the message is for that person.</summary>
public sealed record HandOffResult(HandOffOutcome Outcome, HandOff? Item = null, string? Message = null)
{
    public bool IsDone => Outcome == HandOffOutcome.Done;

    /// <summary>How many questions of the matter it settled.</summary>
    public int Count { get; init; }

    /// <summary>Name of the document whose place in the knowledge base it changed.</summary>
    internal string? Kept { get; init; }
}
