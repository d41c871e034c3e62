namespace Bot.Messaging;

public enum MessageState
{
    /// <summary>Stored and waiting for triage.</summary>
    Received,

    /// <summary>Triage has decided what it is.</summary>
    Decided,

    /// <summary>Stored only: the bot's own words, other bots, private chats.</summary>
    Ignored,

    /// <summary>Failed repeatedly and set apart for a person.</summary>
    SetAside,
}

/// <summary>A stored message; <see cref="Seq"/> is the order of arrival over all conversations.</summary>
public sealed class Message
{
    /// <summary>Stands in place of words that their sender took back.</summary>
    public const string Hidden = "（已撤回）";

    public long Seq { get; set; }
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }
    public required string Sender { get; set; }
    public SenderRole Role { get; set; }
    public required string Text { get; set; }
    public string? ReplyTo { get; set; }
    public IReadOnlyList<string> Images { get; set; } = [];

    /// <summary>Number of the chat record it came with; null for what a channel heard itself.</summary>
    public int? Record { get; set; }

    /// <summary>
    /// When the host accepted it, never earlier than the message accepted before it; for a record's message when it was said.
    /// </summary>
    public DateTimeOffset Time { get; set; }
    public MessageState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>How often another message came under the same id.</summary>
    public int Conflicts { get; set; }

    /// <summary>When these words were taken back: the bot's own stay stored and the chat shows 已撤回, those of a resident are <see cref="Hidden"/>.</summary>
    public DateTimeOffset? RecalledAt { get; set; }
}
