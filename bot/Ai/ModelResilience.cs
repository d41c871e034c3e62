using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Ai;

/// <summary>A time limit for each try, further tries for what may pass, and a breaker that leaves a broken server alone.</summary>
internal static class ModelResilience
{
    /// <summary>A server that wants to be left alone for longer is asked again later, not by the same call.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int Fewest = 4;

    public static ResiliencePipeline<ChatResponse> Build(AiOptions options, TimeProvider clock, CircuitBreakerStateProvider state)
    {
        ResiliencePipelineBuilder<ChatResponse> builder = new() { TimeProvider = clock };
        if (options.Retries > 0) { builder.AddRetry(Retry(options)); }
        return builder.AddCircuitBreaker(Breaker(options, state)).AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds)).Build();
    }

    private static RetryStrategyOptions<ChatResponse> Retry(AiOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = LongestWait,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = tried => ValueTask.FromResult(
            tried.Outcome.Exception is TimeoutRejectedException
            || (tried.Outcome.Exception is ModelException { MayPass: true } failure && !(failure.RetryAfter > LongestWait))),
        DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as ModelException)?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions<ChatResponse> Breaker(AiOptions options, CircuitBreakerStateProvider state) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = Fewest,
        SamplingDuration = TimeSpan.FromMinutes(5),
        BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
        StateProvider = state,
        ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is TimeoutRejectedException or ModelException),
    };
}
