using Bot.Figures;

namespace Bot.Console.Figures;

/// <param name="UpTo">What is counted reaches up to here; null while the first count is under way.</param>
/// <param name="Now">The period asked for.</param>
/// <param name="Before">The period before it, for comparing with one's own past.</param>
/// <param name="Trend">Periods in a row, the one asked for last.</param>
/// <param name="IsEmpty">Whether there is no case at all in the reader's groups.</param>
/// <param name="HasGroups">Whether any group is connected.</param>
public sealed record FiguresModel(
    FigureAsk Ask,
    Period Period,
    DateTimeOffset? UpTo,
    GridGroups Grids,
    Tallies Now,
    Tallies Before,
    IReadOnlyList<(Period Period, Tallies Tallies)> Trend,
    Durations Durations,
    bool IsEmpty,
    bool HasGroups,
    bool MayReport)
{
    /// <summary>Whether nothing of the period fits although there is something elsewhere.</summary>
    public bool IsTooNarrow => !IsEmpty && Now.All.All(tally => tally.Cohort == Cohort.Now || tally.Marks.HasFlag(Marks.NoCase));
}
