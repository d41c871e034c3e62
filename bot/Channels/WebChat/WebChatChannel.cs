using Bot.Grids;
using Bot.Messaging;

namespace Bot.Channels.WebChat;

/// <summary>Says it in the simulated chat: a stored message under the outbox key, so that the same key is said once.</summary>
internal sealed class WebChatChannel(Inbox inbox, CommunityStore community, ConversationFeed feed) : IChannel
{
    public const string ChannelName = "webchat";
    private const string NamelessBot = "网格小助手";

    public string Name => ChannelName;

    public bool TakesIdempotencyKey => true;

    public bool Reaches(string person) => true;

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        string sender = community.Current.BotNames is [var first, ..] ? first : NamelessBot;
        AcceptResult result = await inbox.AcceptAsync(
            new InboundMessage(ChannelName, message.Conversation, message.Key, sender, SenderRole.Bot, message.Text, message.ReplyTo), cancellationToken);
        if (result.Outcome == AcceptOutcome.Accepted) { feed.Notify(message.Conversation); }
        return result.Outcome == AcceptOutcome.Conflict
            ? new SendResult(SendOutcome.Refused, "这个编号下已经有别的话")
            : new SendResult(SendOutcome.Sent);
    }
}
