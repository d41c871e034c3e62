namespace Bot.Grids.Duty;

/// <summary>A part of the week in which a person is on duty for a grid, week after week.</summary>
public sealed record DutyShift(string Grid, string Person)
{
    /// <summary>1 (Monday) to 7 (Sunday); empty for every day.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>Wall clock, "08:00".</summary>
    public string From { get; init; } = "00:00";

    /// <summary>Wall clock, "18:00"; "24:00" is midnight, and not after <see cref="From"/> means the next day.</summary>
    public string To { get; init; } = "24:00";
}
