using Bot.Grids;

namespace Bot.Console.Day;

/// <summary>The borders of today on the community's wall clock.</summary>
public sealed class DayClock(CommunityClock clock, TimeProvider time)
{
    private const int WorkEnds = 18;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTime Local => clock.Local(Now);

    public DateTimeOffset Today => clock.Instant(Local.Date);

    public DateTimeOffset Tomorrow => clock.Instant(Local.Date.AddDays(1));

    /// <summary>When work ended yesterday: what came later came overnight.</summary>
    public DateTimeOffset LastEvening => clock.Instant(Local.Date.AddDays(-1).AddHours(WorkEnds));

    /// <summary>Noon of tomorrow: what is due until then concerns whoever takes over.</summary>
    public DateTimeOffset NextNoon => clock.Instant(Local.Date.AddDays(1).AddHours(12));
}
