using Bot.Figures;

namespace Bot.Console.Figures;

/// <param name="Ask">By which its rows are found.</param>
/// <param name="Before">Its own past; null where none is shown.</param>
public sealed record RateRow(string Title, FigureAsk Ask, Tallies Now, Tallies? Before = null)
{
    private static readonly Tallies None = new([]);

    public static IEnumerable<RateRow> ByGrid(FigureAsk ask, GridGroups grids, Tallies now, Tallies before)
    {
        IReadOnlyDictionary<string, Tallies> nowBy = now.By(tally => grids.GridOf(tally.Group) ?? "");
        IReadOnlyDictionary<string, Tallies> beforeBy = before.By(tally => grids.GridOf(tally.Group) ?? "");
        return grids.Grids.Where(grid => string.IsNullOrWhiteSpace(ask.Grid) || grid.Name == ask.Grid).Select(grid => new RateRow(
            grid.Name, ask with { Grid = grid.Name }, nowBy.GetValueOrDefault(grid.Name, None), beforeBy.GetValueOrDefault(grid.Name, None)));
    }

    public static IEnumerable<RateRow> ByCategory(FigureAsk ask, Tallies now, Tallies before)
    {
        IReadOnlyDictionary<Bot.Tickets.Category, Tallies> nowBy = now.By(tally => tally.Category), beforeBy = before.By(tally => tally.Category);
        return Enum.GetValues<Bot.Tickets.Category>().Where(nowBy.ContainsKey).Select(category => new RateRow(
            Bot.Tickets.LabelNames.Name(category), ask with { CategoryName = Bot.Tickets.LabelNames.Name(category) },
            nowBy[category], beforeBy.GetValueOrDefault(category, None)));
    }

    public static IEnumerable<RateRow> ByTopic(FigureAsk ask, Tallies now) => now.By(tally => tally.Topic)
        .OrderByDescending(topic => topic.Value.Count(Measures.Reported)).ThenBy(topic => topic.Key, StringComparer.Ordinal)
        .Select(topic => new RateRow(topic.Key, ask with { Topic = topic.Key }, topic.Value));

    public static IEnumerable<RateRow> ByPeriod(FigureAsk ask, IEnumerable<(Period Period, Tallies Tallies)> trend) =>
        trend.Select(part => new RateRow(part.Period.Title, ask with { PeriodName = part.Period.Name }, part.Tallies));
}
