namespace Bot.Grids.Duty;

/// <summary>Asks the directory who is on duty: by a change, else by the week plan, else whoever leads the grid, else the backup.</summary>
public sealed class DutyRoster(CommunityStore community, CommunityClock clock)
{
    /// <param name="grid">Name of the grid.</param>
    /// <returns>Null when nobody is: no plan, no lead, no backup.</returns>
    public OnDuty? OnDuty(string grid, DateTimeOffset now) => DutyPlan.OnDuty(community.Current, grid, now, clock);
}
