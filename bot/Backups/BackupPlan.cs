using Bot.Grids;

namespace Bot.Backups;

/// <summary>When the next daily backup is due.</summary>
public static class BackupPlan
{
    /// <summary>A start has other work first.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    /// <summary>A machine that is switched off every night gets its first one too.</summary>
    public static readonly TimeSpan FirstAfterStart = TimeSpan.FromHours(1);

    public static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <param name="newest">When the newest backup was made; null when there is none.</param>
    /// <param name="failed">When the last try failed; null when it did not.</param>
    public static DateTimeOffset Due(DateTimeOffset? newest, DateTimeOffset started, DateTimeOffset? failed, int hour, CommunityClock clock)
    {
        if (failed is { } at) { return at + AfterFailure; }
        if (newest is not { } last)
        {
            DateTimeOffset first = NextHour(started, hour, clock);
            return first < started + FirstAfterStart ? first : started + FirstAfterStart;
        }
        DateTimeOffset next = NextHour(last, hour, clock);
        return next > started + AfterStart ? next : started + AfterStart;
    }

    private static DateTimeOffset NextHour(DateTimeOffset after, int hour, CommunityClock clock)
    {
        DateTime day = clock.Local(after).Date;
        DateTimeOffset today = clock.Instant(day.AddHours(hour));
        return today > after ? today : clock.Instant(day.AddDays(1).AddHours(hour));
    }
}
