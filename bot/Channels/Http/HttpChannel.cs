using System.Net;
using System.Text.Json;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;

namespace Bot.Channels.Http;

/// <summary>Says it through a gateway: an Activity posted to its callback, signed, under the row's key.</summary>
internal sealed class HttpChannel(
    Gateway gateway, CallbackClient client, ConversationBook conversations, MemberBook members, CommunityStore community, TimeProvider clock) : IChannel
{
    private static readonly TimeSpan WaitUnlessTold = TimeSpan.FromSeconds(5);

    public string GatewayId => gateway.Id;

    public string Name { get; } = $"http-{gateway.Id.ToLowerInvariant()}";

    public string Label { get; } = string.IsNullOrWhiteSpace(gateway.Options.Label) ? gateway.Id : gateway.Options.Label;

    public Capabilities Capabilities { get; } = new(gateway.Options.Hears)
    {
        Speaks = Speaks(gateway),
        SpeaksFirst = Speaks(gateway),
        IdempotencyWindow = Capabilities.ForGood,
        Mentions = true,
        Quotes = true,
        Recalls = gateway.Options.Recalls,
        MostBytes = gateway.Options.MostBytes,
    };

    public bool Reaches(string person) => Speaks(gateway) && members.IdsOf(Name, person).Count > 0;

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(message, cancellationToken) is not { } place) { return new SendResult(SendOutcome.Refused, "这个渠道里还没有这个会话，要先在里面听到一句话"); }
        CalledWords words = await members.CallAsync(message, cancellationToken);
        return await PostAsync(Outgoing.Message(message, place, words, community.Current.BotName(), Name, clock.GetUtcNow()), message.Key, cancellationToken);
    }

    public async Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        await PlaceAsync(message, cancellationToken) is { } place
            ? await PostAsync(Outgoing.Recall(message, place, community.Current.BotName(), Name, clock.GetUtcNow()), message.Key, cancellationToken)
            : new SendResult(SendOutcome.Refused, "这个渠道里还没有这个会话");

    public bool CanTest => Speaks(gateway);

    public async Task<string?> TestAsync(CancellationToken cancellationToken) => Speaks(gateway)
        ? (await PostAsync(Outgoing.Test(Name, clock.GetUtcNow()), Guid.NewGuid().ToString("N"), cancellationToken)).Error
        : null;

    private static bool Speaks(Gateway gateway) => !string.IsNullOrEmpty(gateway.Options.Callback);

    // a private line nobody has spoken on yet is begun with the person alone
    private async Task<Place?> PlaceAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(Name, message.Conversation, cancellationToken) is { } known) { return new Place(known.ExternalId, known.IsGroup, Member(message)); }
        return Member(message) is { } member ? new Place(null, IsGroup: false, member) : null;
    }

    private string? Member(OutboxMessage message) =>
        PrivateLine.PersonOf(message.Conversation) is { } person && members.IdsOf(Name, person) is [var first, ..] ? first : null;

    private async Task<SendResult> PostAsync(Activity activity, string key, CancellationToken cancellationToken)
    {
        try
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity);
            using HttpResponseMessage response = await client.PostAsync(gateway, body, key, cancellationToken);
            return await ResultAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? new SendResult(SendOutcome.TryLater, "连不上网关")
                : new SendResult(SendOutcome.Unknown, "网关的回音没有收全");
        }
    }

    private async Task<SendResult> ResultAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => new SendResult(SendOutcome.Sent, SentAs: await CallbackClient.IdAsync(response, cancellationToken)),
        HttpStatusCode.TooManyRequests => SendResult.Throttled(RetryAfter.Of(response, clock.GetUtcNow()) ?? WaitUnlessTold, wholeChannel: true, "网关说发得太密，晚一点再发"),
        HttpStatusCode.ServiceUnavailable when RetryAfter.Of(response, clock.GetUtcNow()) is { } after => SendResult.Throttled(after, wholeChannel: true, "网关说现在忙，晚一点再发"),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult(SendOutcome.TryLater, $"网关出错，答复 {(int)response.StatusCode}"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendResult(SendOutcome.Refused, "网关不认签名，请核对两边的密钥和时钟"),
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => new SendResult(SendOutcome.Refused, "网关要求转到别的网址，没有照办；请在配置里写对回调网址"),
        _ => new SendResult(SendOutcome.Refused, $"网关不收这条，答复 {(int)response.StatusCode}"),
    };
}
