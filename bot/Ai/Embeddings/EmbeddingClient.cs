using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Ai.Masking;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.Ai.Embeddings;

/// <summary>
/// Asks for vectors over the common protocol (POST {endpoint}/embeddings). Numbers that lead to a person are taken out before
/// anything is sent. One try within the time limit and the breaker; throws <see cref="ModelException"/> when it fails.
/// </summary>
internal sealed class EmbeddingClient : IEmbeddingGenerator<string, Embedding<float>>
{
    // a vector of 4,096 numbers takes some 90 kB as text
    private const int LargestAnswer = 32 * 1024 * 1024;
    private const int Fewest = 4;

    private readonly EmbeddingOptions _options;
    private readonly HttpClient _http;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline _pipeline;

    public EmbeddingClient(EmbeddingOptions options, TimeProvider clock)
    {
        _options = options;
        // a redirect would carry words and key to an address nobody configured
        SocketsHttpHandler sockets = new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        _http = new HttpClient(new AnswerGuard(sockets, LargestAnswer)) { Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey is { Length: > 0 } key) { _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key); }
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = Fewest,
                SamplingDuration = TimeSpan.FromMinutes(5),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                StateProvider = _breaker,
                // a question that waited long enough is a failure of the model too
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is not null),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds))
            .Build();
    }

    /// <summary>Whether the model failed repeatedly and is left alone for now.</summary>
    public bool IsBroken => _breaker.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] masked = [.. values.Select(text => NumberMasks.Apply(PlainText.Fold(text)))];
        try
        {
            return await _pipeline.ExecuteAsync(async token => await SendAsync(masked, options?.Dimensions, token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw new ModelException(ModelOutcome.TimedOut);
        }
        catch (BrokenCircuitException)
        {
            throw new ModelException(ModelOutcome.BreakerOpen);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _http.Dispose();

    private async Task<GeneratedEmbeddings<Embedding<float>>> SendAsync(string[] texts, int? dimensions, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await _http.PostAsJsonAsync(
                _options.Endpoint!.TrimEnd('/') + "/embeddings", new Request(_options.Model!, texts, dimensions), cancellationToken);
            if (!response.IsSuccessStatusCode) { throw new ModelException(OutcomeOf(response.StatusCode), (int)response.StatusCode); }
            Answer? answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
            return answer?.Data is { } data && data.Count == texts.Length
                ? [.. data.OrderBy(each => each.Index).Select(each => new Embedding<float>(Read(each.Embedding)))]
                : throw new ModelException(ModelOutcome.NoAnswer);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            throw new ModelException(ModelOutcome.Unreachable);
        }
        catch (Exception odd) when (odd is JsonException or FormatException or InvalidOperationException)
        {
            throw new ModelException(ModelOutcome.WrongSchema);
        }
    }

    // numbers, or their bytes in base64 as some servers send them unasked
    private static float[] Read(JsonElement vector) => vector.ValueKind == JsonValueKind.String
        ? MemoryMarshal.Cast<byte, float>(vector.GetBytesFromBase64()).ToArray()
        : vector.Deserialize<float[]>() ?? [];

    private static ModelOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        429 => ModelOutcome.Busy,
        408 or >= 500 => ModelOutcome.ServerFailed,
        _ => ModelOutcome.Refused,
    };

    private sealed record Request(
        [property: JsonPropertyName("model")] string Model,
        [property: JsonPropertyName("input")] string[] Input,
        [property: JsonPropertyName("dimensions"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Dimensions);

    private sealed record Answer(IReadOnlyList<Item>? Data);

    private sealed record Item(int Index, JsonElement Embedding);
}
