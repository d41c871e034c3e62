namespace Bot.Figures;

/// <summary>So many cases of a day that are alike.</summary>
public sealed record DayTally(Cohort Cohort, DateOnly Day, Marks Marks, int Count);
