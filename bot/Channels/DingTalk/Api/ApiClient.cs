using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Messaging;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Api;

/// <summary>Posts to the vendor's addresses. They carry secrets: this client writes no log of its own and follows no redirect.</summary>
internal sealed class ApiClient(TimeProvider clock) : IDisposable
{
    public const string TokenHeader = "x-acs-dingtalk-access-token";

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    public Task<ApiAnswer> PostAsync(Uri address, JsonObject body, string? token, CancellationToken cancellationToken) =>
        PostAsync(address, Bytes(body), token, cancellationToken);

    public async Task<ApiAnswer> PostAsync(Uri address, byte[] body, string? token, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Accept.ParseAdd("application/json");
        if (token is not null) { request.Headers.Add(TokenHeader, token); }
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new ApiAnswer(ApiOutcome.Answered, response.StatusCode, JsonFields.Parse(answer) ?? default, RetryAfter.Of(response, clock.GetUtcNow()));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new ApiAnswer(ApiOutcome.NotReached);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ApiAnswer(ApiOutcome.Lost);
        }
    }

    public static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Json);

    public void Dispose() => _http.Dispose();
}
