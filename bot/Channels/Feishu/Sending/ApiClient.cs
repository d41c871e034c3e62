using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Asks the vendor. Secrets go with it: this client writes no log of its own and follows no redirect.</summary>
internal sealed class ApiClient(IOptions<FeishuOptions> options, TimeProvider clock) : IDisposable
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Reset = "x-ogw-ratelimit-reset";
    private const int LargestAnswer = 1024 * 1024;

    private readonly string _base = options.Value.Api.TrimEnd('/');
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
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <param name="method">Of HTTP.</param>
    /// <param name="path">Behind the vendor's address, with its query.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="token">Null where none is asked for.</param>
    public async Task<Answer> AskAsync(HttpMethod method, string path, JsonObject? body, string? token, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage request = Request(method, path, token);
            if (body is not null) { request.Content = new StringContent(body.ToJsonString(Json), Encoding.UTF8, "application/json"); }
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Answer.NotSent;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Answer.Lost;
        }
    }

    /// <summary>A file, of which only the head is read yet; null with what was answered instead.</summary>
    public async Task<(HttpResponseMessage? File, Answer Answer)> OpenAsync(string path, string token, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, path, token);
        HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK) { return (response, Answer.Lost); }
        using (response)
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return (null, await ReadAsync(response, cancellationToken));
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        HttpRequestMessage request = new(method, _base + path);
        if (token is not null) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); }
        request.Headers.Add("locale", "zh");
        return request;
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        JsonElement body = JsonFields.Parse(bytes) ?? default;
        // bots of groups answer in capitals from old times
        if ((body.Number("code") ?? body.Number("StatusCode")) is { } code) { return new Answer(AnswerKind.Answered, status, code, body, After(response)); }
        return response.IsSuccessStatusCode || response.StatusCode >= HttpStatusCode.InternalServerError
            ? Answer.Lost
            : new Answer(AnswerKind.Answered, status, After: After(response));
    }

    private TimeSpan? After(HttpResponseMessage response) => RetryAfter.Of(response, clock.GetUtcNow())
        ?? (response.Headers.TryGetValues(Reset, out IEnumerable<string>? values) && int.TryParse(values.First(), out int seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds) : null);
}
