using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging.Activities;
using Bot.Messaging.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Stream;

/// <summary>Asks the vendor where to connect. The ticket it gives is good once, for a minute and a half.</summary>
internal sealed class StreamTickets(ApiClient api, IOptions<DingTalkOptions> options)
{
    private const string Agent = "grid-bot/1.0";
    private static readonly TimeSpan ThrottlePause = TimeSpan.FromMinutes(1);

    public async Task<StreamTicket> OpenAsync(CancellationToken cancellationToken)
    {
        JsonObject wish = new()
        {
            ["clientId"] = options.Value.ClientId,
            ["clientSecret"] = options.Value.ClientSecret,
            ["ua"] = Agent,
            ["subscriptions"] = new JsonArray(new JsonObject { ["type"] = StreamFrame.Callback, ["topic"] = StreamFrame.MessageTopic }),
        };
        ApiAnswer answer = await api.PostAsync(new Uri($"{options.Value.Api.TrimEnd('/')}/v1.0/gateway/connections/open"), wish, token: null, cancellationToken);
        return answer switch
        {
            { IsThrottle: true } => new StreamTicket(null, new ConnectionEnd(EndReason.Lost, "钉钉嫌连得太勤", answer.After ?? ThrottlePause)),
            { IsDenied: true } => new StreamTicket(null, new ConnectionEnd(EndReason.Denied, "钉钉不认这个应用，请核对 ClientId、ClientSecret 和机器人的 Stream 模式")),
            { IsGood: true } => Read(answer),
            _ => new StreamTicket(null, new ConnectionEnd(EndReason.Lost, "连不上钉钉")),
        };
    }

    private StreamTicket Read(ApiAnswer answer) =>
        answer.Body.Text("ticket") is { Length: > 0 and <= 2048 } ticket && answer.Body.Text("endpoint") is { Length: > 0 and <= 2048 } endpoint
        && Uri.TryCreate($"{endpoint}?ticket={Uri.EscapeDataString(ticket)}", UriKind.Absolute, out Uri? address) && IsSafe(address)
            ? new StreamTicket(address, null)
            : new StreamTicket(null, new ConnectionEnd(EndReason.Lost, "钉钉没有给出可用的连接地址"));

    // unencrypted only where its API is, inside the building
    private bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeWss
        || (address.Scheme == Uri.UriSchemeWs && new Uri(options.Value.Api) is { } api && api.Scheme == Uri.UriSchemeHttp && api.Host == address.Host);
}

/// <param name="Address">A secret; null when there is none.</param>
/// <param name="End">Why not.</param>
internal sealed record StreamTicket(Uri? Address, ConnectionEnd? End);
