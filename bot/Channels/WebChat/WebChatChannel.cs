using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.WebChat;

/// <summary>Says it in the simulated chat: a stored message under the outbox key, so that the same key is said once.</summary>
internal sealed class WebChatChannel(Inbox inbox, WriteQueue writes, CommunityStore community, TimeProvider clock, ConversationFeed feed) : IChannel
{
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    public string Label => "模拟群聊";

    public Capabilities Capabilities { get; } =
        new(Hearing.All) { IdempotencyWindow = Capabilities.ForGood, Quotes = true, Recalls = true, Pictures = true, KeepsItsWords = true };

    public bool Reaches(string person) => true;

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        AcceptResult result = await inbox.AcceptAsync(
            new InboundMessage(ChannelName, message.Conversation, message.Key, community.Current.BotName(), SenderRole.Bot, message.Text, message.ReplyTo), cancellationToken);
        if (result.Outcome == AcceptOutcome.Accepted) { feed.Notify(message.Conversation); }
        return result.Outcome == AcceptOutcome.Conflict
            ? new SendResult(SendOutcome.Refused, "这个编号下已经有别的话")
            : new SendResult(SendOutcome.Sent);
    }

    public async Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int recalled = await writes.RunAsync(
            (db, token) => db.Set<Message>()
                .Where(said => said.Channel == ChannelName && said.Conversation == message.Conversation && said.MessageId == message.ReplyTo
                    && said.Role == SenderRole.Bot && said.RecalledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(said => said.RecalledAt, now), token),
            cancellationToken);
        if (recalled > 0) { feed.Notify(message.Conversation); }
        return new SendResult(SendOutcome.Sent);
    }
}
