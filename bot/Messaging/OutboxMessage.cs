namespace Bot.Messaging;

public enum OutboxState
{
    Queued,

    /// <summary>Handed to a channel that takes no idempotency key; its answer is awaited.</summary>
    Sending,
    Sent,

    /// <summary>Sent, perhaps: the channel takes no idempotency key and its answer was lost. A person decides.</summary>
    InDoubt,

    /// <summary>The channel refused it for good, or the tries are used up.</summary>
    Failed,

    /// <summary>The channel cannot speak: it waits for a person to say it in the group.</summary>
    Draft,

    /// <summary>A draft that a person decided not to say.</summary>
    Dropped,

    /// <summary>Taken back by a person before it was said.</summary>
    Withdrawn,
}

/// <summary>Something the bot is to say, written in the transaction of its cause.</summary>
public sealed class OutboxMessage
{
    public long Id { get; set; }

    /// <summary>Unique; also the idempotency key where the channel takes one.</summary>
    public required string Key { get; set; }
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string Text { get; set; }

    /// <summary>Message id of the message it quotes.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Number of the ticket it speaks of.</summary>
    public int? Ticket { get; set; }

    /// <summary>The sending of a notice it belongs to.</summary>
    public long? NoticeRun { get; set; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? Error { get; set; }
}
