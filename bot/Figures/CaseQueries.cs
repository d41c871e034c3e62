namespace Bot.Figures;

/// <summary>The where clauses of the figures: a number and the list behind it stand on the same.</summary>
public static class CaseQueries
{
    /// <summary>The cases that a number counts.</summary>
    public static IQueryable<FigureCase> Of(this IQueryable<FigureCase> cases, Measure measure, Slice slice)
    {
        Marks mask = measure.Mask, with = measure.With;
        return cases.In(measure.Cohort, slice).Where(one => (one.Marks & mask) == with);
    }

    public static IQueryable<FigureCase> In(this IQueryable<FigureCase> cases, Cohort cohort, Slice slice)
    {
        cases = cohort switch
        {
            Cohort.Opened => cases.Where(one => one.OpenedDay >= slice.From && one.OpenedDay <= slice.To),
            Cohort.Done => cases.Where(one => one.DoneDay >= slice.From && one.DoneDay <= slice.To),
            _ => cases.Where(one => one.PromisedAt != null),
        };
        if (slice.Groups is { } groups) { cases = cases.Where(one => groups.Contains(one.Group)); }
        if (slice.Category is { } category) { cases = cases.Where(one => one.Category == category); }
        if (slice.Topic is { } topic) { cases = cases.Where(one => one.Topic == topic); }
        return slice.Urgency is { } urgency ? cases.Where(one => one.Urgency == urgency) : cases;
    }

    /// <summary>Counts what is alike.</summary>
    internal static IQueryable<Tally> Tally(this IQueryable<FigureCase> cases, Cohort cohort, Slice slice) => cases.In(cohort, slice)
        .GroupBy(one => new { one.Group, one.Category, one.Topic, one.Urgency, one.Marks })
        .Select(group => new Tally(cohort, group.Key.Group, group.Key.Category, group.Key.Topic, group.Key.Urgency, group.Key.Marks, group.Count()));

    /// <summary>Counts day by day.</summary>
    internal static IQueryable<DayTally> ByDay(this IQueryable<FigureCase> cases, Cohort cohort, Slice slice) => cohort == Cohort.Opened
        ? cases.In(cohort, slice).GroupBy(one => new { Day = one.OpenedDay, one.Marks })
            .Select(group => new DayTally(cohort, group.Key.Day, group.Key.Marks, group.Count()))
        : cases.In(cohort, slice).GroupBy(one => new { Day = one.DoneDay, one.Marks })
            .Select(group => new DayTally(cohort, group.Key.Day!.Value, group.Key.Marks, group.Count()));
}
