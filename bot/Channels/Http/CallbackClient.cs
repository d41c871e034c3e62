using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Channels.Http;

/// <summary>Posts to the one address that a gateway's settings name, and nowhere else: a redirect is not followed.</summary>
internal sealed class CallbackClient(TimeProvider clock) : IDisposable
{
    public const string KeyHeader = "Idempotency-Key";
    private const int LargestAnswer = 64 * 1024;
    private const int LongestId = 256;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <param name="key">Stands percent-encoded in its header.</param>
    public async Task<HttpResponseMessage> PostAsync(Gateway gateway, byte[] body, string key, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, gateway.Options.Callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(KeyHeader, Uri.EscapeDataString(key));
        Signature.Sign(request, gateway, body, clock.GetUtcNow());
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>The gateway's own id of what it said; null when it tells none.</summary>
    public static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("id", out JsonElement id)
                && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= LongestId } text ? text : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
