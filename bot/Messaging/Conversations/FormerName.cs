namespace Bot.Messaging.Conversations;

/// <summary>A name that a conversation had: what was heard there before is stored under it.</summary>
public sealed class FormerName
{
    /// <summary>The <see cref="ConversationReference.Id"/>.</summary>
    public long Conversation { get; set; }
    public required string Name { get; set; }

    /// <summary>When it lost the name; what is stored under it later is another's.</summary>
    public DateTimeOffset Until { get; set; }
}
