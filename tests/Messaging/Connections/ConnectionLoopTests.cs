using Bot.Messaging.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Tests.Support;

namespace Tests.Messaging.Connections;

public sealed class ConnectionLoopTests
{
    private static readonly ConnectionEnd Lost = new(EndReason.Lost, "网络断了");
    private static readonly ConnectionEnd Denied = new(EndReason.Denied, "密钥不对");

    private readonly ManualTimeProvider _clock = new();
    private readonly ConnectionLoop _loop;
    private int _sessions;

    public ConnectionLoopTests() => _loop = new ConnectionLoop("stub", _clock, NullLogger.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_connection_is_tried_again_with_growing_pauses()
    {
        using CancellationTokenSource stop = new();
        Task running = _loop.RunAsync(_ => EndAsync(Lost), stop.Token);
        foreach (int most in new[] { 1, 2, 4, 8, 16, 30, 30 })
        {
            await Eventually.TrueAsync(() => _clock.NextTimer is not null, "a pause");
            TimeSpan pause = _clock.NextTimer!.Value - _clock.GetUtcNow();
            pause.ShouldBeInRange(TimeSpan.FromSeconds(most * 0.75), TimeSpan.FromSeconds(most));
            _loop.State.Words.ShouldBe("网络断了，正在重连");
            int before = _sessions;
            _clock.Advance(pause);
            await Eventually.TrueAsync(() => _sessions > before, "the next try");
        }
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Once_it_was_up_the_pauses_begin_anew()
    {
        using CancellationTokenSource stop = new();
        Task running = _loop.RunAsync(_ => EndAsync(Lost, up: _sessions == 3), stop.Token);
        foreach (int most in new[] { 1, 2, 4, 1, 2 })
        {
            await Eventually.TrueAsync(() => _clock.NextTimer is not null, "a pause");
            TimeSpan pause = _clock.NextTimer!.Value - _clock.GetUtcNow();
            pause.ShouldBeInRange(TimeSpan.FromSeconds(most * 0.75), TimeSpan.FromSeconds(most));
            int before = _sessions;
            _clock.Advance(pause);
            await Eventually.TrueAsync(() => _sessions > before, "the next try");
        }
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_connection_that_another_took_is_not_tried_again_until_a_person_says_so()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource<ConnectionEnd> second = new();
        Task running = _loop.RunAsync(_ => _sessions == 0 ? EndAsync(new ConnectionEnd(EndReason.Displaced, "被另一个程序顶下来了"), up: true) : UpAsync(second.Task), stop.Token);
        await Eventually.TrueAsync(() => _loop.State.IsGivenUp, "given up");
        (_loop.State.IsUp, _loop.State.Words).ShouldBe((false, "被另一个程序顶下来了，没有再连"));
        _clock.NextTimer.ShouldBeNull();
        _clock.Advance(TimeSpan.FromDays(1));
        _sessions.ShouldBe(1);

        _loop.Again().ShouldBeTrue();
        await Eventually.TrueAsync(() => _loop.State.IsUp, "up again");
        (_sessions, _loop.State.IsGivenUp).ShouldBe((2, false));
        _loop.Again().ShouldBeFalse("it is up");
        await stop.CancelAsync();
        second.SetResult(Lost);
        await running;
    }

    [Fact]
    public async Task After_five_denials_nobody_asks_until_a_person_says_so_and_then_five_times_again()
    {
        using CancellationTokenSource stop = new();
        Task running = _loop.RunAsync(_ => EndAsync(Denied), stop.Token);
        await GiveUpAsync();
        _sessions.ShouldBe(ConnectionLoop.MostDenials);
        _loop.State.Words.ShouldBe("密钥不对，没有再连");

        _loop.Again().ShouldBeTrue();
        await Eventually.TrueAsync(() => _sessions > ConnectionLoop.MostDenials && !_loop.State.IsGivenUp, "tried again");
        await GiveUpAsync();
        _sessions.ShouldBe(2 * ConnectionLoop.MostDenials);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_person_need_not_wait_for_a_pause_to_end()
    {
        using CancellationTokenSource stop = new();
        Task running = _loop.RunAsync(_ => EndAsync(Lost with { After = TimeSpan.FromHours(1) }), stop.Token);
        await Eventually.TrueAsync(() => _clock.NextTimer is not null, "a pause");
        _loop.Again().ShouldBeTrue();
        await Eventually.TrueAsync(() => _sessions == 2, "tried at once");
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task What_a_session_throws_is_a_lost_connection_and_the_vendors_pause_is_kept()
    {
        using CancellationTokenSource stop = new();
        Task running = _loop.RunAsync(_ => _sessions++ == 0 ? throw new InvalidDataException() : Task.FromResult(Lost with { After = TimeSpan.FromMinutes(3) }), stop.Token);
        await Eventually.TrueAsync(() => _clock.NextTimer is not null, "a pause");
        _clock.AdvanceTo(_clock.NextTimer!.Value);
        await Eventually.TrueAsync(() => _clock.NextTimer is not null, "the pause that was asked for");
        (_clock.NextTimer!.Value - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromMinutes(3));
        await stop.CancelAsync();
        await running;
    }

    private Task GiveUpAsync() => Eventually.TrueAsync(
        () =>
        {
            if (_clock.NextTimer is { } next) { _clock.AdvanceTo(next); }
            return _loop.State.IsGivenUp;
        },
        "it gives up");

    private Task<ConnectionEnd> UpAsync(Task<ConnectionEnd> end)
    {
        _sessions++;
        _loop.Up();
        return end;
    }

    private Task<ConnectionEnd> EndAsync(ConnectionEnd end, bool up = false)
    {
        _sessions++;
        if (up)
        {
            _loop.Up();
            _loop.State.IsUp.ShouldBeTrue();
        }
        return Task.FromResult(end);
    }
}
