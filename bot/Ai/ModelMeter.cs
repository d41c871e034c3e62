using System.Diagnostics.Metrics;

namespace Bot.Ai;

/// <summary>The counters of the meter <c>Bot.Ai</c>.</summary>
public static class ModelMeter
{
    public const string Name = "Bot.Ai";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("bot.ai.calls", description: "Calls by task and what came of them");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("bot.ai.requests");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("bot.ai.tokens");
    private static readonly Counter<double> Cost = Meter.CreateCounter<double>("bot.ai.cost");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("bot.ai.duration", "s");

    internal static void Took(string task, TimeSpan span) => Duration.Record(span.TotalSeconds, KeyValuePair.Create("task", (object?)task));

    internal static void Count(string task, ModelOutcome outcome, ModelReply reply, long costMicros)
    {
        KeyValuePair<string, object?> of = new("task", task);
        Calls.Add(1, of, new("outcome", outcome.ToString()));
        Requests.Add(reply.Requests, of);
        Tokens.Add(reply.TokensIn, of, new("direction", "in"));
        Tokens.Add(reply.TokensOut, of, new("direction", "out"));
        Cost.Add(costMicros / 1e6, of);
    }
}
