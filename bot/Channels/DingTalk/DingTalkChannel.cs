using Bot.Channels.DingTalk.Api;
using Bot.Channels.DingTalk.Intake;
using Bot.Channels.DingTalk.Sending;
using Bot.Channels.DingTalk.Stream;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk;

/// <summary>
/// The bot in 钉钉. It hears only who names it. It answers at the address that came with the last message while that is good, else
/// speaks through the webhook of a group that has one, else as the application's bot.
/// </summary>
internal sealed class DingTalkChannel(
    IOptions<DingTalkOptions> options, StreamLines lines, WebhookSpeech webhooks, RobotSpeech robot, AccessToken tokens,
    ConversationBook conversations, MemberBook members, TimeProvider clock) : IChannel
{
    public const string ChannelName = "dingtalk";

    private readonly DingTalkOptions _options = options.Value;

    public string Name => ChannelName;

    public string Label => "钉钉";

    public Capabilities Capabilities { get; } = CapabilitiesOf(options.Value);

    public ConnectionState? Connection => _options.Connects ? lines.State : null;

    public bool Reconnect() => _options.Connects && lines.Again();

    public bool Reaches(string person) => _options.HasApp && StaffIdOf(person) is not null;

    public bool Serves(string group) => _options.Webhooks.ContainsKey(group);

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Target? target = await FindAsync(message.Conversation, cancellationToken);
        SendResult? refused = null;
        if (target?.Reply is { } address)
        {
            SendResult answer = await webhooks.AnswerAsync(address, message, cancellationToken);
            if (answer.Outcome != SendOutcome.Refused) { return answer; }
            // ended before its time, perhaps: refused, it was not said
            refused = answer;
        }
        if (_options.Webhooks.TryGetValue(message.Conversation, out GroupWebhookOptions? webhook)) { return await webhooks.SayAsync(webhook, message, cancellationToken); }
        return _options.HasApp && target is { Id: { } id }
            ? await robot.SayAsync(id, target.IsGroup, message.Text, cancellationToken)
            : refused ?? new SendResult(SendOutcome.Refused, Unknown(target));
    }

    public bool CanTest => _options.HasApp;

    public async Task<string?> TestAsync(CancellationToken cancellationToken)
    {
        if (!CanTest) { return null; }
        TokenAnswer token = await tokens.GetAsync(cancellationToken);
        return token.Problem ?? (_options.Connects && !lines.State.IsUp ? $"Stream 连接没有连上：{lines.State.Words}" : null);
    }

    private async Task<Target?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        ConversationReference? known = await conversations.FindAsync(Name, conversation, cancellationToken);
        Uri? reply = SessionAddress.Read(known?.TokenAt(clock.GetUtcNow()), _options);
        if (known is { IsGroup: true }) { return new Target(known.ExternalId, IsGroup: true, reply); }
        string? person = known is not null ? PersonOf(known.ExternalId) : PrivateLine.PersonOf(conversation) is { } name ? StaffIdOf(name) : null;
        return known is null && person is null ? null : new Target(person, IsGroup: false, reply);
    }

    private string? StaffIdOf(string person) =>
        members.IdsOf(Name, person).FirstOrDefault(id => !id.StartsWith(MessageReader.OutsiderPrefix, StringComparison.Ordinal));

    private static string? PersonOf(string conversationId)
    {
        string id = conversationId.StartsWith(MessageReader.PersonPrefix, StringComparison.Ordinal) ? conversationId[MessageReader.PersonPrefix.Length..] : conversationId;
        return id.StartsWith(MessageReader.OutsiderPrefix, StringComparison.Ordinal) ? null : id;
    }

    private static string Unknown(Target? target) => target is { Id: null }
        ? "钉钉没有给出这个人的员工号，只能在他刚说过话时回他"
        : "钉钉里还没有人在这里叫过机器人，也没有给这个群配 webhook，不知道往哪里发";

    private static Capabilities CapabilitiesOf(DingTalkOptions options) => new(options.Hears ? Hearing.WhenNamed : Hearing.Nothing)
    {
        Mentions = true,
        Pictures = options.Hears,
        MostBytes = WebhookSpeech.MostBytes,
        MostCharacters = options.HasApp ? options.MostCharacters : null,
        Limits = [new RateLimit(20, TimeSpan.FromMinutes(1), PerConversation: true)],
    };
}
