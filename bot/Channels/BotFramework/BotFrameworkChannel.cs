using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <summary>Says it through the connector of the channel that the conversation lies on.</summary>
internal sealed class BotFrameworkChannel(
    IOptions<BotFrameworkOptions> options, Connector connector, OwnToken token, PrivateLines lines, ConversationBook conversations, MemberBook members,
    CommunityStore community, TimeProvider clock) : IChannel
{
    public const string ChannelName = "botframework";

    public string Name => ChannelName;

    public string Label => "Bot Framework";

    // the narrowest known of the channels behind it
    public Capabilities Capabilities { get; } = new(Hearing.WhenNamed)
    {
        Mentions = true,
        Quotes = true,
        Recalls = true,
        MostBytes = 20_000,
        Limits =
        [
            new RateLimit(7, TimeSpan.FromSeconds(1), PerConversation: true), new RateLimit(60, TimeSpan.FromSeconds(30), PerConversation: true),
            new RateLimit(1800, TimeSpan.FromHours(1), PerConversation: true), new RateLimit(50, TimeSpan.FromSeconds(1), PerConversation: false),
        ],
    };

    public bool Reaches(string person) => lines.Reaches(person);

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        (Line? line, SendResult? refusal) = await PlaceAsync(message, cancellationToken);
        if (line is null) { return refusal!; }
        CalledWords words = await members.CallAsync(message, cancellationToken);
        string? called = words.Member is { } member ? $"<at>{member.Name}</at>" : null;
        Activity activity = new()
        {
            From = new ChannelAccount(options.Value.AppId ?? "bot", community.Current.BotName(), ChannelAccount.Bot),
            Conversation = new ConversationAccount(line.Conversation),
            Timestamp = clock.GetUtcNow(),
            Text = called is null ? message.Text : $"{called} {words.Text}",
            TextFormat = "plain",
            ReplyToId = message.ReplyTo,
            Entities = called is null ? null : [new Entity("mention", new ChannelAccount(ExternalIds.Own(words.Member!.ExternalId), words.Member.Name), called)],
        };
        return await connector.SayAsync(line.ServiceUrl, line.Conversation, activity, cancellationToken);
    }

    public async Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        (Line? line, SendResult? refusal) = await PlaceAsync(message, cancellationToken);
        return line is null ? refusal! : await connector.DeleteAsync(line.ServiceUrl, line.Conversation, message.ReplyTo ?? "", cancellationToken);
    }

    public bool CanTest => true;

    public async Task<string?> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await token.GetAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception is HttpRequestException { StatusCode: not null } ? "登录服务不认应用编号和密钥，请核对" : "连不上登录服务，请看看这台电脑能不能上网";
        }
    }

    private async Task<(Line? Line, SendResult? Refusal)> PlaceAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        ConversationReference? known = await conversations.FindAsync(Name, message.Conversation, cancellationToken);
        return (known, PrivateLine.PersonOf(message.Conversation)) switch
        {
            // addresses lie here only from activities that were believed
            ({ ServiceUrl: { } url }, _) when options.Value.MayAnswer(url) => (new Line(url, ExternalIds.Own(known.ExternalId)), null),
            ({ } _, _) => (null, new SendResult(SendOutcome.Refused, "这个会话的回话网址不是 https，也不在配置里")),
            (_, { } person) => await lines.WithAsync(person, cancellationToken),
            _ => (null, new SendResult(SendOutcome.Refused, "这个渠道里还没有这个会话，要先在里面听到一句话")),
        };
    }
}
