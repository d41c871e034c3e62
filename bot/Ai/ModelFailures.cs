using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;

namespace Bot.Ai;

/// <summary>From whatever the client throws to one of the known failures.</summary>
internal static class ModelFailures
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static ModelException Of(Exception exception, DateTimeOffset now) => exception switch
    {
        ModelException known => known,
        { InnerException: ModelException inner } => inner,
        ClientResultException { Status: > 0 } refused => OfStatus(refused, now),
        ClientResultException or HttpRequestException or IOException or OperationCanceledException => new ModelException(ModelOutcome.Unreachable),
        AggregateException { InnerException: { } inner } => Of(inner, now),
        // the client's reader meets JSON of another shape with many kinds of exceptions
        _ => new ModelException(ModelOutcome.NoAnswer),
    };

    private static ModelException OfStatus(ClientResultException refused, DateTimeOffset now) => new(
        refused.Status switch
        {
            429 => ModelOutcome.Busy,
            408 or >= 500 => ModelOutcome.ServerFailed,
            _ => ModelOutcome.Refused,
        },
        refused.Status,
        RetryAfter(refused.GetRawResponse(), now));

    private static TimeSpan? RetryAfter(PipelineResponse? response, DateTimeOffset now)
    {
        if (response?.Headers.TryGetValue("Retry-After", out string? value) != true || value is null) { return null; }
        TimeSpan? wait = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at - now
            : null;
        return wait is { } asked ? (asked < TimeSpan.Zero ? TimeSpan.Zero : asked > Longest ? Longest : asked) : null;
    }
}
