namespace Bot.Grids;

/// <summary>When nothing but an emergency is said unasked: from 21:00 to 7:30.</summary>
public static class QuietHours
{
    public static readonly TimeSpan From = TimeSpan.FromHours(21);
    public static readonly TimeSpan To = new(7, 30, 0);

    public static bool Covers(DateTime local) => local.TimeOfDay >= From || local.TimeOfDay < To;

    /// <summary>The time itself, or 7:30 of the morning after.</summary>
    public static DateTimeOffset After(DateTimeOffset time, CommunityClock clock)
    {
        DateTime local = clock.Local(time);
        return !Covers(local) ? time
            : clock.Instant((local.TimeOfDay < To ? local.Date : local.Date.AddDays(1)) + To);
    }
}
