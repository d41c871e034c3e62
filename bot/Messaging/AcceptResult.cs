namespace Bot.Messaging;

public enum AcceptOutcome
{
    Accepted,

    /// <summary>The same message again; it is stored once.</summary>
    Duplicate,

    /// <summary>Another message under an id that is taken; the first one stands.</summary>
    Conflict,

    /// <summary>Nothing of it is stored: its sender wishes so.</summary>
    Unrecorded,
}

/// <param name="Seq">Place of the stored message in the order of arrival; 0 when none is stored.</param>
public sealed record AcceptResult(AcceptOutcome Outcome, long Seq);
