using Bot.Grids;
using Bot.Grids.Duty;

namespace Bot.Console.Duty;

/// <param name="Grids">Those of the person's groups.</param>
/// <param name="MayPlan">Whether the person may change the week plan.</param>
public sealed record DutyModel(IReadOnlyList<GridDuty> Grids, bool MayPlan, string? Error = null);

/// <summary>Who is on duty for a grid now, who could be, and its week plan.</summary>
/// <param name="MayHandOver">Whether the person may put another in their place: 网格长 and up, and whoever is on duty.</param>
public sealed record GridDuty(string Grid, OnDuty? Now, IReadOnlyList<Person> People, IReadOnlyList<DutyShift> Week, bool MayHandOver);
