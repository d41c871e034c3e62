namespace Bot.Messaging;

public enum OutboxState
{
    Queued,

    /// <summary>Handed to a channel that takes no idempotency key, or not for good; its answer is awaited.</summary>
    Sending,
    Sent,

    /// <summary>Sent, perhaps: the answer was lost, and the channel would say it twice. A person decides.</summary>
    InDoubt,

    /// <summary>The channel refused it for good, or the tries are used up.</summary>
    Failed,

    /// <summary>The channel cannot speak: it waits for a person to say it in the group.</summary>
    Draft,

    /// <summary>A draft that a person decided not to say.</summary>
    Dropped,

    /// <summary>Taken back by a person before it was said.</summary>
    Withdrawn,

    /// <summary>未发（机器人静音）: not said because a person silenced the bot; said later only when a person says so.</summary>
    Muted,
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

    /// <summary>Said also while the bot is silenced: emergency lines, and what a person has it say on purpose.</summary>
    public bool Always { get; set; }

    /// <summary>Id of the earlier row that it corrects.</summary>
    public long? Corrects { get; set; }

    /// <summary>Id of the earlier row that the channel is to recall; then <see cref="Text"/> is empty.</summary>
    public long? Recalls { get; set; }

    /// <summary>When a person took it back or corrected it; what was said stays here as it was.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }
    public string? TakenBackBy { get; set; }

    /// <summary>The channel's own id of the message, by which it can be quoted and recalled.</summary>
    public string? SentAs { get; set; }

    /// <summary>Said of the bot's own accord, which a group hears only so often; see <see cref="GroupBudget"/>.</summary>
    public bool Unasked { get; set; }

    /// <summary>The time by which it promises a word of its ticket; null when it promises none.</summary>
    public DateTimeOffset? Promises { get; set; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>When it was said; where the answer is awaited or was lost, when it was handed over first. Null while it surely was not said.</summary>
    public DateTimeOffset? SentAt { get; set; }
    public string? Error { get; set; }

    /// <summary>A further part of the same words, for a channel that takes only so many bytes.</summary>
    /// <param name="number">From 2.</param>
    public OutboxMessage Part(int number, string text) => new()
    {
        Key = $"{Key}#{number}",
        Channel = Channel,
        Conversation = Conversation,
        Text = text,
        Ticket = Ticket,
        NoticeRun = NoticeRun,
        Always = Always,
        Unasked = Unasked,
        Corrects = Corrects,
        State = State,
        CreatedAt = CreatedAt,
        NextAttemptAt = NextAttemptAt,
    };
}
