namespace Tests.Support;

/// <summary>The machine's clock, put forward to the next ten in the morning of the community, so that no test meets the night.</summary>
public sealed class MorningClock : TimeProvider
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly TimeSpan _ahead = UntilMorning(System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>Never negative: a cookie made by it must not have expired for a browser.</summary>
    public static TimeSpan UntilMorning(DateTimeOffset now)
    {
        TimeSpan ahead = TimeSpan.FromHours(10) - now.ToOffset(China).TimeOfDay;
        return ahead < TimeSpan.Zero ? ahead + TimeSpan.FromDays(1) : ahead;
    }
}
