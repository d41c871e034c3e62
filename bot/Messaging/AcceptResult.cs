namespace Bot.Messaging;

public enum AcceptOutcome
{
    Accepted,

    /// <summary>The same message again; it is stored once.</summary>
    Duplicate,

    /// <summary>Another message under an id that is taken; the first one stands.</summary>
    Conflict,
}

/// <param name="Seq">Place of the stored message in the order of arrival.</param>
public sealed record AcceptResult(AcceptOutcome Outcome, long Seq);
