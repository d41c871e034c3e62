namespace Bot.Messaging.Conversations;

/// <summary>A conversation as a channel knows it, under the name the community knows it by, and how to answer in it.</summary>
public sealed class ConversationReference
{
    public long Id { get; set; }
    public required string Channel { get; set; }

    /// <summary>The channel's id of it; unique within the channel.</summary>
    public required string ExternalId { get; set; }

    /// <summary>
    /// <see cref="Message.Conversation"/> of what is said there; unique within the channel. A group of the directory once a person has said
    /// which it is, before that a name of its own; the private line of a member.
    /// </summary>
    public required string Name { get; set; }

    public bool IsGroup { get; set; }

    /// <summary>The channel's id of the person at the other end of a private line; null for a group, and until they speak.</summary>
    public string? Member { get; set; }

    /// <summary>What the channel calls it; for people to recognise.</summary>
    public string? Title { get; set; }

    /// <summary>Where the channel is answered, where that differs by conversation.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>What an answer needs: an address or an id that is good for a while. A secret.</summary>
    public string? ReplyToken { get; set; }
    public DateTimeOffset? ReplyUntil { get; set; }
    public DateTimeOffset FirstHeardAt { get; set; }

    /// <summary>Who said which group it is; null while nobody has.</summary>
    public string? BoundBy { get; set; }

    /// <summary>Version of the consent text that was put down for it last; null while none was. Whether and when it was said, its row of the outbox tells.</summary>
    public int? ConsentVersion { get; set; }

    /// <summary>When the text was said, as older programs wrote it down here; null for what was put down since.</summary>
    public DateTimeOffset? ConsentAt { get; set; }

    /// <summary>The reply token while it is good.</summary>
    public string? TokenAt(DateTimeOffset now) => ReplyUntil is { } until && until <= now ? null : ReplyToken;
}
