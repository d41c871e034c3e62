namespace Bot.Triage.Bursts;

/// <summary>How long a burst stays open.</summary>
/// <param name="Gap">After its last message; 45 s in a replay, 20–45 s live.</param>
/// <param name="Longest">After its first message.</param>
/// <param name="Late">How long after a burst further fragments of its sender still belong to its matter.</param>
public sealed record BurstTimes(TimeSpan Gap, TimeSpan Longest, TimeSpan Late)
{
    public static BurstTimes Default { get; } = new(TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3));

    public DateTimeOffset Closes(Burst burst) => Closes(burst.FirstAt, burst.LastAt);

    /// <param name="first">When its first message came.</param>
    /// <param name="last">When its last message came.</param>
    public DateTimeOffset Closes(DateTimeOffset first, DateTimeOffset last)
    {
        DateTimeOffset byGap = last + Gap, byLength = first + Longest;
        return byGap < byLength ? byGap : byLength;
    }
}
