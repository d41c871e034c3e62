using Bot.Channels.WeCom.Intake;
using Bot.Channels.WeCom.Line;
using Bot.Channels.WeCom.Sending;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>
/// The bot in 企业微信. It hears only who names it. It speaks through the webhook of a group that has one, else over the long connection,
/// else once in answer to a callback.
/// </summary>
internal sealed class WeComChannel(
    IOptions<WeComOptions> options, BotConnection connection, BotSpeech speech, WebhookSpeech webhooks, ReplyOnce replies,
    ConversationBook conversations, MemberBook members, TimeProvider clock) : IChannel
{
    public const string ChannelName = "wecom";

    public string Name => ChannelName;

    public string Label => "企业微信";

    public Capabilities Capabilities { get; } = CapabilitiesOf(options.Value);

    public ConnectionState? Connection => options.Value.Connects ? connection.State : null;

    public bool Reconnect() => options.Value.Connects && connection.Again();

    public bool Reaches(string person) => options.Value.Connects && members.IdsOf(Name, person).Count > 0;

    public bool Serves(string group) => options.Value.Webhooks.ContainsKey(group);

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (options.Value.Webhooks.TryGetValue(message.Conversation, out string? key)) { return await webhooks.SayAsync(key, message, cancellationToken); }
        Target? target = await FindAsync(message.Conversation, cancellationToken);
        if (!options.Value.Connects) { return await replies.SayAsync(target, message, cancellationToken); }
        return target is null
            ? new SendResult(SendOutcome.Refused, "企业微信里还没有人在这里叫过机器人，也没有给这个群配 webhook，不知道往哪里发")
            : await speech.SayAsync(target, message, cancellationToken);
    }

    public bool CanTest => options.Value.Connects;

    public Task<string?> TestAsync(CancellationToken cancellationToken) =>
        Task.FromResult(options.Value.Connects && !connection.State.IsUp ? $"长连接没有连上：{connection.State.Words}" : null);

    private async Task<Target?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        ConversationReference? known = await conversations.FindAsync(Name, conversation, cancellationToken);
        if (known is { IsGroup: true }) { return new Target(known.ExternalId, IsGroup: true, known.TokenAt(clock.GetUtcNow())); }
        if (known is not null) { return new Target(PersonOf(known.ExternalId), IsGroup: false, known.TokenAt(clock.GetUtcNow())); }
        return PrivateLine.PersonOf(conversation) is { } person && members.IdsOf(Name, person) is [string id, ..] ? new Target(id, IsGroup: false, null) : null;
    }

    private static string PersonOf(string id) =>
        id.StartsWith(MessageReader.PersonPrefix, StringComparison.Ordinal) ? id[MessageReader.PersonPrefix.Length..] : id;

    private static Capabilities CapabilitiesOf(WeComOptions options) => new(options.Hears ? Hearing.WhenNamed : Hearing.Nothing)
    {
        // a group that has a webhook is served by it
        SpeaksFirst = options.Connects,
        Mentions = options.Webhooks.Count > 0,
        Pictures = options.Hears,
        MostBytes = options.Webhooks.Count == 0 ? BotSpeech.MostBytes / PlainMarkdown.Growth
            : options.WebhookFormat == WebhookFormat.Text ? WebhookSpeech.MostBytes : WebhookSpeech.MostMarkdownBytes / PlainMarkdown.Growth,
        Limits = [new RateLimit(options.Webhooks.Count > 0 ? 20 : 30, TimeSpan.FromMinutes(1), PerConversation: true), new RateLimit(1000, TimeSpan.FromHours(1), PerConversation: true)],
    };
}
