using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Knowledge.Stores.Qdrant;

/// <summary>Sends single requests to the server's HTTP interface and reads their results.</summary>
internal sealed class QdrantClient : IDisposable
{
    private const int LongestProblem = 200;

    private readonly StoreServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _once;
    private readonly ResiliencePipeline _repeated;
    private volatile string _last = "failed repeatedly";

    public QdrantClient(StoreServerSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        // a redirect would carry the key to an address nobody configured
        SocketsHttpHandler sockets = new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = settings.Timeout };
        string address = settings.Url.AbsoluteUri;
        _http = new HttpClient(sockets) { BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"), Timeout = Timeout.InfiniteTimeSpan };
        if (settings.ApiKey is { Length: > 0 } key) { _http.DefaultRequestHeaders.Add("api-key", key); }
        CircuitBreakerStateProvider breaker = new();
        (_once, _repeated) = QdrantResilience.Build(settings, clock, breaker);
    }

    public StoreServerSettings Settings => _settings;

    /// <summary>For requests that may be sent twice without doing more than once.</summary>
    /// <exception cref="StoreException">It failed for good, or too often.</exception>
    public Task<T> RepeatAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        RunAsync<T>(_repeated, method, path, body, cancellationToken);

    /// <summary>For requests that must not be sent twice.</summary>
    /// <exception cref="StoreException">It failed.</exception>
    public Task<T> OnceAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        RunAsync<T>(_once, method, path, body, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> RunAsync<T>(ResiliencePipeline pipeline, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await SendAsync<T>(method, path, body, token), cancellationToken);
        }
        catch (QdrantFailure failure)
        {
            _last = failure.Message;
            throw new StoreException($"Qdrant at {_settings.Url.Authority}: {failure.Message}", failure.MayPass, failure);
        }
        catch (TimeoutRejectedException late)
        {
            throw new StoreException($"Qdrant at {_settings.Url.Authority}: no answer within {_settings.Timeout.TotalSeconds:0} s", mayPass: true, late);
        }
        catch (BrokenCircuitException open)
        {
            throw new StoreException($"Qdrant at {_settings.Url.Authority}: {_last}; left alone for a while", mayPass: true, open);
        }
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null) { request.Content = JsonContent.Create(body, body.GetType(), options: QdrantJson.Options); }
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) { throw await FailureAsync(response, cancellationToken); }
            Reply<T>? reply = await response.Content.ReadFromJsonAsync<Reply<T>>(QdrantJson.Options, cancellationToken);
            return reply is { Result: { } result } ? result : throw new QdrantFailure("answered without a result; is this the address of a Qdrant server?", mayPass: false);
        }
        catch (HttpRequestException gone)
        {
            throw new QdrantFailure($"not reached ({gone.HttpRequestError}); check that it runs and the address", mayPass: true, inner: gone);
        }
        catch (IOException cut)
        {
            throw new QdrantFailure("the connection broke off", mayPass: true, inner: cut);
        }
        catch (JsonException odd)
        {
            throw new QdrantFailure("answered something else than expected; is this the address of a Qdrant server?", mayPass: false, inner: odd);
        }
    }

    private async Task<QdrantFailure> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        TimeSpan? wait = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - _clock.GetUtcNow()) : null;
        string said = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "refuses the key; check Knowledge:ApiKey",
            _ => await ProblemAsync(response.Content, cancellationToken) is { } problem ? $"refuses ({status}): {problem}" : $"answers {status}",
        };
        return new QdrantFailure(said, mayPass: status is 408 or 429 or >= 500, status, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }

    private static async Task<string?> ProblemAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            JsonElement answer = await content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            string? said = answer.GetProperty("status").GetProperty("error").GetString()?.ReplaceLineEndings(" ");
            return said?.Length > LongestProblem ? said[..LongestProblem] + "…" : said;
        }
        catch (Exception odd) when (odd is JsonException or KeyNotFoundException or InvalidOperationException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    private sealed record Reply<T>(T? Result);
}
