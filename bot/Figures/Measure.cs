namespace Bot.Figures;

/// <summary>Which cases of a period a number counts.</summary>
public enum Cohort
{
    /// <summary>Reported in the period.</summary>
    Opened,

    /// <summary>办好, or ended without, in the period.</summary>
    Done,

    /// <summary>Open now, whenever it was reported.</summary>
    Now,
}

/// <summary>A number of the figures: the cases of its cohort that have all of <see cref="With"/> and none of <see cref="Without"/>.</summary>
/// <param name="Name">As in an address.</param>
/// <param name="Title">As on a page.</param>
public sealed record Measure(string Name, string Title, Cohort Cohort, Marks With, Marks Without)
{
    public Marks Mask => With | Without;

    public bool Counts(Marks marks) => (marks & Mask) == With;
}
