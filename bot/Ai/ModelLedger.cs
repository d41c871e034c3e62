using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Ai;

/// <summary>Keeps what asking cost and what came of it, by the hour.</summary>
public sealed class ModelLedger(IOptions<AiOptions> options, TimeProvider clock)
{
    /// <summary>Adds one call to a unit of work on the <see cref="WriteQueue"/>.</summary>
    public async Task WriteAsync(BotDbContext db, string task, ModelOutcome outcome, ModelReply reply, CancellationToken cancellationToken)
    {
        // prices are per million tokens, so that tokens times price are millionths
        long cost = (long)((reply.TokensIn * options.Value.InputPrice) + (reply.TokensOut * options.Value.OutputPrice));
        long hour = HourOf(clock.GetUtcNow()).ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO model_hours (Hour, Task, Outcome, Calls, Requests, TokensIn, TokensOut, CostMicros)
            VALUES ({hour}, {task}, {outcome.ToString()}, 1, {reply.Requests}, {reply.TokensIn}, {reply.TokensOut}, {cost})
            ON CONFLICT (Hour, Task, Outcome) DO UPDATE SET Calls = Calls + 1, Requests = Requests + excluded.Requests,
                TokensIn = TokensIn + excluded.TokensIn, TokensOut = TokensOut + excluded.TokensOut, CostMicros = CostMicros + excluded.CostMicros
            """,
            cancellationToken);
        db.AfterCommit(() => ModelMeter.Count(task, outcome, reply, cost));
    }

    internal static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcDateTime.Date.AddHours(time.UtcDateTime.Hour), TimeSpan.Zero);
}
