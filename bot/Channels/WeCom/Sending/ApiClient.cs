using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.WeCom.Line;
using Bot.Messaging;
using Bot.Messaging.Activities;

namespace Bot.Channels.WeCom.Sending;

/// <summary>Posts to the vendor's addresses. They carry secrets: this client writes no log of its own.</summary>
internal sealed class ApiClient : IDisposable
{
    private static readonly SendResult Lost = new(SendOutcome.Unknown, "没收到企业微信的回答，可能发出去了，也可能没有");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task<SendResult> PostAsync(Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        try
        {
            using StringContent content = new(body.ToJsonString(Frames.Json), Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _http.PostAsync(address, content, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new SendResult(SendOutcome.TryLater, "连不上企业微信");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Lost;
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<SendResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests) { return SendCodes.Of(45009); }
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (JsonFields.Parse(answer) is { } said && said.Number("errcode") is { } code) { return SendCodes.Of(code); }
        return (int)response.StatusCode is >= 300 and < 500
            ? new SendResult(SendOutcome.Refused, $"企业微信不收（HTTP {(int)response.StatusCode}）")
            : Lost;
    }
}
