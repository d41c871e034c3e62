using Tests.Support;

namespace Tests.Browser;

/// <summary>Runs ahead of the real clock, so that a story need not wait for its bursts.</summary>
public sealed class FastClock(int times) : TimeProvider
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private readonly DateTimeOffset _start = System.GetUtcNow() + MorningClock.UntilMorning(System.GetUtcNow());
    private readonly long _began = System.GetTimestamp();
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_began) * times) + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    /// <summary>On to the next time it is that hour in the community; running timers do not notice.</summary>
    public void SkipTo(int hour)
    {
        DateTimeOffset local = GetUtcNow().ToOffset(China);
        TimeSpan ahead = TimeSpan.FromHours(hour) - local.TimeOfDay;
        Interlocked.Add(ref _skipped, (ahead < TimeSpan.Zero ? ahead + TimeSpan.FromDays(1) : ahead).Ticks);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), Scaled);

    private TimeSpan Scaled(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;

    private sealed class FastTimer(ITimer inner, Func<TimeSpan, TimeSpan> scaled) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(scaled(dueTime), scaled(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
