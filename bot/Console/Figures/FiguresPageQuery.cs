using Bot.Console.Parts;
using Bot.Figures;
using Bot.Grids;

namespace Bot.Console.Figures;

/// <summary>What the 看板 shows.</summary>
public sealed class FiguresPageQuery(FiguresQuery figures, CaseKeeper keeper, CommunityStore community, LocalTime clock)
{
    private const int Shown = 12;

    public async Task<FiguresModel> LoadAsync(FigureAsk ask, Scope scope, bool mayReport, CancellationToken cancellationToken)
    {
        Period period = ask.Period(clock.Day(clock.Now));
        GridGroups grids = GridGroups.Of(community.Current, scope);
        Slice slice = ask.Slice(period, grids);
        Period[] row = [.. Row(period).Reverse()];
        DateTimeOffset? upTo = keeper.UpTo;
        return new FiguresModel(
            ask,
            period,
            upTo,
            grids,
            await figures.TallyAsync(slice, cancellationToken),
            await figures.TallyAsync(ask.Slice(period.Before, grids), cancellationToken),
            await figures.TrendAsync(slice, row, cancellationToken),
            await figures.DurationsAsync(slice, cancellationToken),
            !await figures.AnyAsync(grids.All, cancellationToken),
            community.Current.Groups.Count > 0,
            mayReport);
    }

    private static IEnumerable<Period> Row(Period last)
    {
        int count = last.Kind == PeriodKind.Year ? 3 : Shown;
        for (Period period = last; count > 0; period = period.Before, count--) { yield return period; }
    }
}
