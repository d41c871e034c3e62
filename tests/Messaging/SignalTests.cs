using Bot.Messaging;
using Tests.Support;

namespace Tests.Messaging;

public sealed class SignalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_while_nobody_waits_it_is_kept_and_several_are_one()
    {
        Signal signal = new();
        signal.Set();
        signal.Set();
        await signal.WaitAsync(Token);
        ManualTimeProvider clock = new();
        Task<bool> second = signal.WaitAsync(TimeSpan.FromMinutes(1), clock, Token);
        second.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(1));
        (await second).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_that_ended_takes_no_later_signal()
    {
        Signal signal = new();
        ManualTimeProvider clock = new();
        Task<bool> first = signal.WaitAsync(TimeSpan.FromSeconds(1), clock, Token);
        clock.Advance(TimeSpan.FromSeconds(2));
        (await first).ShouldBeFalse();
        signal.Set();
        (await signal.WaitAsync(TimeSpan.FromSeconds(1), clock, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Giving_up_is_not_a_timeout()
    {
        using CancellationTokenSource giveUp = new();
        Task<bool> wait = new Signal().WaitAsync(TimeSpan.FromSeconds(1), new ManualTimeProvider(), giveUp.Token);
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(wait);
    }
}
