namespace Bot.Grids.Duty;

/// <summary>值班换人: for a while somebody else is on duty than the week plan says. Of several the latest made counts.</summary>
public sealed record DutyChange(string Grid, string Person, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>What whoever hands over wants the other to know.</summary>
    public string? Note { get; init; }

    /// <summary>Who handed over.</summary>
    public string? By { get; init; }
}
