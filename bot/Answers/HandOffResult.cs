namespace Bot.Answers;

public enum HandOffOutcome { Done, NotFound, Stale, Refused }

/// <summary>What came of a person's decision on a question; the message is for that person.</summary>
public sealed record HandOffResult(HandOffOutcome Outcome, HandOff? Item = null, string? Message = null)
{
    public bool IsDone => Outcome == HandOffOutcome.Done;
}
