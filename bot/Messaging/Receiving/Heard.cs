using Bot.Messaging.Activities;

namespace Bot.Messaging.Receiving;

/// <summary>What a bot of a channel heard, already verified to come from there.</summary>
/// <param name="Channel">The channel that heard it.</param>
/// <param name="Activity">With the channel's own ids, unchanged.</param>
/// <param name="Reply">What an answer to it needs, where that is not the conversation's id alone.</param>
public sealed record Heard(IChannel Channel, Activity Activity, ReplyToken? Reply = null);

/// <param name="Value">An address or an id. A secret: never logged.</param>
/// <param name="Until">When it stops being good.</param>
public sealed record ReplyToken(string Value, DateTimeOffset Until);

public enum ReceptionOutcome
{
    /// <summary>Stored; no crash can lose it.</summary>
    Accepted,

    /// <summary>Stored before, the same.</summary>
    Duplicate,

    /// <summary>Another message under an id that is taken; the first one stands.</summary>
    Conflict,

    /// <summary>Nothing to store: the sender wishes not to be recorded, or it is a sort of activity that nobody needs.</summary>
    Ignored,

    /// <summary>Without an id, a conversation or a sender: it can never be stored, and coming again does not help.</summary>
    Malformed,
}
