using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging.Activities;
using Bot.Messaging.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Line;

/// <summary>Where and how to connect. The address carries a ticket: a secret.</summary>
internal sealed record LineAddress(Uri Url, int Service, TimeSpan PingInterval);

/// <summary>Asks the vendor where to connect.</summary>
internal sealed class LineEndpoint(ApiClient client, IOptions<FeishuOptions> options)
{
    private const string Path = "/callback/ws/endpoint";
    private static readonly TimeSpan DefaultPing = TimeSpan.FromMinutes(2);

    /// <summary>The address, or why there is none.</summary>
    public async Task<(LineAddress? Address, ConnectionEnd? End)> FindAsync(CancellationToken cancellationToken)
    {
        JsonObject who = new() { ["AppID"] = options.Value.AppId, ["AppSecret"] = options.Value.AppSecret };
        Answer answer = await client.AskAsync(HttpMethod.Post, Path, who, token: null, cancellationToken);
        if (!answer.IsDone) { return (null, End(answer)); }
        return Address(answer.Body) is { } address ? (address, null) : (null, new ConnectionEnd(EndReason.Lost, "飞书给的连接地址看不懂"));
    }

    /// <summary>What the vendor says of the interval of pings, within reason.</summary>
    public static TimeSpan? PingInterval(JsonElement config) =>
        config.Number("PingInterval") is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 5, 300)) : null;

    private static ConnectionEnd End(Answer answer) => answer switch
    {
        { Kind: not AnswerKind.Answered } => new ConnectionEnd(EndReason.Lost, "连不上飞书"),
        { Code: 514 or 10003 or 10014 } => new ConnectionEnd(EndReason.Denied, $"飞书不认 AppId 或 AppSecret（错误码 {answer.Code}），请核对配置"),
        { Code: 403 } => new ConnectionEnd(EndReason.Denied, "飞书不让连（错误码 403）：须是企业自建应用，并在后台选了“使用长连接接收事件”"),
        { Code: 1000040350 } => new ConnectionEnd(EndReason.Lost, "飞书说这个应用的连接太多", TimeSpan.FromMinutes(1)),
        { Status: 429 } or { Code: 99991400 } => new ConnectionEnd(EndReason.Lost, "飞书嫌连得太勤", answer.After ?? TimeSpan.FromMinutes(1)),
        { Code: 1 or 1000040343 } or { Status: >= 500 } => new ConnectionEnd(EndReason.Lost, $"飞书忙（错误码 {answer.Code}）"),
        _ => new ConnectionEnd(EndReason.Denied, $"飞书不让连（错误码 {answer.Code}）"),
    };

    // words of residents come over it: unencrypted only where the settings say so
    private LineAddress? Address(JsonElement body)
    {
        bool secure = options.Value.Api.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(body.Text("data", "URL"), UriKind.Absolute, out Uri? url) || (url.Scheme != "wss" && (secure || url.Scheme != "ws"))) { return null; }
        return int.TryParse(HttpUtility.ParseQueryString(url.Query)["service_id"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int service)
            ? new LineAddress(url, service, PingInterval(body.At("data", "ClientConfig")) ?? DefaultPing)
            : null;
    }
}
