using Bot.Channels.Feishu.Line;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu;

/// <summary>The bot of an app in 飞书. Where the vendor grants it, it hears every word of a group; else who names it.</summary>
internal sealed class FeishuChannel(
    IOptions<FeishuOptions> options, LineConnection connection, Speech speech, Recalling recalling, BotIdentity identity,
    ConversationBook conversations, MemberBook members) : IChannel
{
    public const string ChannelName = "feishu";

    public string Name => ChannelName;

    public string Label => "飞书";

    public Capabilities Capabilities { get; } = new(options.Value.Hears)
    {
        IdempotencyWindow = Speech.KeyWindow,
        Mentions = true,
        Quotes = true,
        Recalls = true,
        Pictures = true,
        MostBytes = Speech.MostBytes,
        Limits =
        [
            new RateLimit(5, TimeSpan.FromSeconds(1), PerConversation: true),
            new RateLimit(50, TimeSpan.FromSeconds(1), PerConversation: false), new RateLimit(1000, TimeSpan.FromMinutes(1), PerConversation: false),
        ],
    };

    public ConnectionState? Connection => options.Value.Events == EventMode.LongConnection ? connection.State : null;

    public bool Reconnect() => options.Value.Events == EventMode.LongConnection && connection.Again();

    public bool Reaches(string person) => members.IdsOf(Name, person).Count > 0;

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        await FindAsync(message.Conversation, cancellationToken) is { } target
            ? await speech.SayAsync(target, message, cancellationToken)
            : new SendResult(SendOutcome.Refused, "飞书里还没有在这里听到过话，不知道往哪里发");

    public Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken) => recalling.RecallAsync(message, cancellationToken);

    public bool CanTest => true;

    public async Task<string?> TestAsync(CancellationToken cancellationToken) => await identity.TestAsync(cancellationToken)
        ?? (Connection is { IsUp: false } down ? $"长连接没有连上：{down.Words}" : null);

    private async Task<Target?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(Name, conversation, cancellationToken) is { } known) { return new Target(known.ExternalId, Target.Chat); }
        return PrivateLine.PersonOf(conversation) is { } person && members.IdsOf(Name, person) is [string id, ..] ? new Target(id, Target.Person) : null;
    }
}
