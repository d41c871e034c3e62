using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Knowledge.Stores.Qdrant;

/// <summary>A time limit for each try, further tries for what may pass, and a breaker that leaves a broken server alone.</summary>
internal static class QdrantResilience
{
    /// <summary>A server that wants to be left alone for longer is asked again later, not by the same call.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const int Fewest = 4;

    /// <returns>For requests that are sent once, and for those that may be repeated; both share the breaker.</returns>
    public static (ResiliencePipeline Once, ResiliencePipeline Repeated) Build(StoreServerSettings settings, TimeProvider clock, CircuitBreakerStateProvider state)
    {
        ResiliencePipeline once = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.9,
                MinimumThroughput = Fewest,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = settings.BreakTime,
                StateProvider = state,
                ShouldHandle = tried => ValueTask.FromResult(MayPass(tried.Outcome.Exception)),
            })
            .AddTimeout(settings.Timeout)
            .Build();
        ResiliencePipelineBuilder repeated = new() { TimeProvider = clock };
        if (settings.Retries > 0) { repeated.AddRetry(Retry(settings)); }
        return (once, repeated.AddPipeline(once).Build());
    }

    private static RetryStrategyOptions Retry(StoreServerSettings settings) => new()
    {
        MaxRetryAttempts = settings.Retries,
        Delay = TimeSpan.FromMilliseconds(200),
        MaxDelay = LongestWait,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = tried => ValueTask.FromResult(
            MayPass(tried.Outcome.Exception) && !((tried.Outcome.Exception as QdrantFailure)?.RetryAfter > LongestWait)),
        DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as QdrantFailure)?.RetryAfter),
    };

    private static bool MayPass(Exception? exception) => exception is TimeoutRejectedException or QdrantFailure { MayPass: true };
}
