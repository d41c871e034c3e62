using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>Counts the cases of a slice.</summary>
public sealed class FiguresQuery(IDbContextFactory<BotDbContext> contexts, CountedBefore counted)
{
    public Task<Tallies> TallyAsync(Slice slice, CancellationToken cancellationToken) =>
        counted.RecallAsync($"tally {slice.Key}", () => CountAsync(slice, cancellationToken));

    private async Task<Tallies> CountAsync(Slice slice, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Tally> all = [];
        foreach (Cohort cohort in Enum.GetValues<Cohort>())
        {
            all.AddRange(await db.Set<FigureCase>().Tally(cohort, slice).ToListAsync(cancellationToken));
        }
        return new Tallies(all);
    }

    /// <summary>The same slice of several periods in a row, each with what was reported and what was done in it.</summary>
    public Task<IReadOnlyList<(Period Period, Tallies Tallies)>> TrendAsync(
        Slice slice, IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        Slice whole = slice with { From = periods[0].From, To = periods[^1].To };
        return counted.RecallAsync($"trend {periods[^1].Name} {whole.Key}", () => CountTrendAsync(whole, periods, cancellationToken));
    }

    private async Task<IReadOnlyList<(Period Period, Tallies Tallies)>> CountTrendAsync(
        Slice whole, IReadOnlyList<Period> periods, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<DayTally> days = await db.Set<FigureCase>().ByDay(Cohort.Opened, whole).ToListAsync(cancellationToken);
        days.AddRange(await db.Set<FigureCase>().ByDay(Cohort.Done, whole).ToListAsync(cancellationToken));
        return [.. periods.Select(period => (period, new Tallies([.. days
            .Where(day => day.Day >= period.From && day.Day <= period.To)
            .Select(day => new Tally(day.Cohort, "", default, "", default, day.Marks, day.Count))])))];
    }

    /// <summary>How long it took until the first contact and until 办好, in the middle.</summary>
    public Task<Durations> DurationsAsync(Slice slice, CancellationToken cancellationToken) =>
        counted.RecallAsync($"durations {slice.Key}", () => MediansAsync(slice, cancellationToken));

    private async Task<Durations> MediansAsync(Slice slice, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return new Durations(
            await MedianAsync(db.Set<FigureCase>().Of(Measures.Contacted, slice).Select(one => one.MinutesToContact!.Value), cancellationToken),
            await MedianAsync(db.Set<FigureCase>().Of(Measures.Handled, slice).Select(one => one.MinutesToDone!.Value), cancellationToken));
    }

    /// <summary>Numbers of the tickets behind a number, the newest first.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(Measure measure, Slice slice, int skip, int take, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FigureCase>().Of(measure, slice).OrderByDescending(one => one.Number).Skip(skip).Take(take)
            .Select(one => one.Number).ToListAsync(cancellationToken);
    }

    public async Task<int> CountAsync(Measure measure, Slice slice, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FigureCase>().Of(measure, slice).CountAsync(cancellationToken);
    }

    /// <summary>Whether there is any case at all in these groups.</summary>
    public async Task<bool> AnyAsync(IReadOnlyList<string>? groups, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FigureCase>().AnyAsync(one => groups == null || groups.Contains(one.Group), cancellationToken);
    }

    private static async Task<TimeSpan?> MedianAsync(IQueryable<int> minutes, CancellationToken cancellationToken)
    {
        int count = await minutes.CountAsync(cancellationToken);
        return count == 0 ? null
            : TimeSpan.FromMinutes(await minutes.Order().Skip((count - 1) / 2).FirstAsync(cancellationToken));
    }
}
