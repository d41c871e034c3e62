using Bot.Tickets;

namespace Bot.Figures;

/// <summary>So many cases that are alike in all that the figures ask.</summary>
public sealed record Tally(Cohort Cohort, string Group, Category Category, string Topic, Urgency Urgency, Marks Marks, int Count);

/// <summary>The cases of a period, counted.</summary>
public sealed record Tallies(IReadOnlyList<Tally> All)
{
    public int Count(Measure measure) =>
        All.Where(tally => tally.Cohort == measure.Cohort && measure.Counts(tally.Marks)).Sum(tally => tally.Count);

    public Rate Of(RateKind kind) => kind.Of(this);

    public IReadOnlyDictionary<TKey, Tallies> By<TKey>(Func<Tally, TKey> key) where TKey : notnull =>
        All.GroupBy(key).ToDictionary(group => group.Key, group => new Tallies([.. group]));
}
