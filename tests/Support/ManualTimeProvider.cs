namespace Tests.Support;

/// <summary>A clock that moves only when told to; timers fire in order, each at its own time.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>Starts on Saturday 2026-11-21 at 09:00 in Shanghai.</summary>
    public ManualTimeProvider() : this(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8)))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the next timer fires; null when none waits.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (gate)
            {
                return timers.Min(timer => timer.DueAt);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now.ToUniversalTime();
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves on, firing what falls due on the way; a time in the past changes nothing.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        while (TakeDue(time) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Sets the clock back or forth without firing anything, as an operator would.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (gate)
        {
            now = time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            ManualTimer? next = timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
            DateTimeOffset reached = next?.DueAt ?? until;
            now = reached > now ? reached : now;
            next?.Reschedule();
            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? DueAt { get; private set; }

        public void Fire() => callback();

        public void Reschedule()
        {
            DueAt = period > TimeSpan.Zero ? DueAt + period : null;
            if (DueAt is null)
            {
                clock.timers.Remove(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            bool atOnce = dueTime == TimeSpan.Zero;
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                period = newPeriod;
                TimeSpan? wait = dueTime == Timeout.InfiniteTimeSpan ? null : atOnce ? newPeriod : dueTime;
                DueAt = wait > TimeSpan.Zero ? clock.now + wait : null;
                if (DueAt is not null)
                {
                    clock.timers.Add(this);
                }
            }
            if (atOnce)
            {
                ThreadPool.QueueUserWorkItem(_ => Fire());
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                DueAt = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
