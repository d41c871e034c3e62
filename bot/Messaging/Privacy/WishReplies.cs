namespace Bot.Messaging.Privacy;

/// <summary>What the bot answers to a wish: what it means, and nothing nicer than that.</summary>
public static class WishReplies
{
    public static string Of(Wish wish, string sender) => SafeWords.Call(sender) + (wish == Wish.Unrecorded
        ? "好的，从现在起您说的话都不存，所以也不能帮您立工单、回答问题。有危险请直接打110、119、120。想恢复，发“可以记录我”。以前的要删，请找社区。"
        : "好的，从现在起照常记录您说的话，可以帮您立工单、回答问题了。");

    /// <summary>The answer to a wish as it is to be said.</summary>
    public static OutboxMessage Row(Wish wish, string channel, string conversation, string messageId, string sender) => new()
    {
        Key = UnrecordedStatements.KeyOf(channel, conversation, messageId),
        Channel = channel,
        Conversation = conversation,
        Text = Of(wish, sender),
    };
}
