namespace Tests.Support;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        List<(string Name, TimeSpan At)> fired = [];
        TimerCallback Note(string name) => _ => fired.Add((name, _clock.GetUtcNow() - start));
        using ITimer late = _clock.CreateTimer(Note("late"), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using ITimer early = _clock.CreateTimer(Note("early"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        using ITimer gone = _clock.CreateTimer(Note("gone"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        gone.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(6));
        fired.ShouldBe([("early", TimeSpan.FromSeconds(1)), ("early", TimeSpan.FromSeconds(4)), ("late", TimeSpan.FromSeconds(5))]);
        (_clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Delays_and_timeouts_of_the_framework_run_on_it()
    {
        Task delay = Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);
        using CancellationTokenSource source = new(TimeSpan.FromHours(2), _clock);
        _clock.Advance(TimeSpan.FromMinutes(59));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
        source.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));
        source.IsCancellationRequested.ShouldBeTrue();
        _clock.NextTimer.ShouldBeNull();
    }
}
