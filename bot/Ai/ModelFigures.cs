using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Ai;

/// <summary>What a span of time cost and came to.</summary>
/// <param name="Calls">By outcome; outcomes that did not occur are absent.</param>
public sealed record ModelUse(IReadOnlyDictionary<ModelOutcome, int> Calls, int Requests, long TokensIn, long TokensOut, decimal Cost)
{
    public int Total => Calls.Values.Sum();

    public int Of(params ModelOutcome[] outcomes) => outcomes.Sum(outcome => Calls.GetValueOrDefault(outcome));
}

/// <summary>The figures of the page 模型: today and this month, as the community's calendar has it.</summary>
public sealed class ModelFigures(IDbContextFactory<BotDbContext> contexts, CommunityClock community, TimeProvider clock)
{
    public async Task<(ModelUse Today, ModelUse Month)> LoadAsync(CancellationToken cancellationToken)
    {
        DateTime today = community.Local(clock.GetUtcNow()).Date;
        DateTimeOffset morning = community.Instant(today);
        DateTimeOffset first = community.Instant(new DateTime(today.Year, today.Month, 1));
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ModelHour> rows = await db.Set<ModelHour>().Where(row => row.Hour >= first).ToListAsync(cancellationToken);
        return (Sum(rows.Where(row => row.Hour >= morning)), Sum(rows));
    }

    private static ModelUse Sum(IEnumerable<ModelHour> hours)
    {
        ModelHour[] rows = [.. hours];
        return new ModelUse(
            rows.GroupBy(row => row.Outcome).ToDictionary(group => group.Key, group => group.Sum(row => row.Calls)),
            rows.Sum(row => row.Requests), rows.Sum(row => row.TokensIn), rows.Sum(row => row.TokensOut), rows.Sum(row => row.CostMicros) / 1_000_000m);
    }
}
