using Bot.Messaging;
using Tests.Support;
using static Tests.Messaging.SenderRig;

namespace Tests.Messaging;

public sealed class OutboxRestartTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _crashed = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose()
    {
        _folder.Dispose();
        _crashed.Dispose();
    }

    [Fact]
    public async Task Rows_left_queued_are_sent_by_the_next_run()
    {
        StubChannel down = new() { Answer = (_, _) => StubChannel.Is(SendOutcome.TryLater) };
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock, down))
        {
            await rig.SayAsync(Row("1"), Row("2"), Row("3", "二群"));
            await rig.BecomesAsync("1", OutboxState.Queued);
            await rig.BecomesAsync("3", OutboxState.Queued);
        }
        _clock.Advance(TimeSpan.FromMinutes(5));
        StubChannel channel = new();
        await using SenderRig next = await SenderRig.StartAsync(_folder, _clock, channel);
        await next.BecomesAsync("2", OutboxState.Sent);
        await next.BecomesAsync("3", OutboxState.Sent, attempts: 2);
        channel.Tried.Where(key => key != "3").ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_row_on_its_way_when_the_program_died_is_in_doubt_and_not_repeated()
    {
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock))
        {
            OutboxMessage row = Row("1");
            row.State = OutboxState.Sending;
            await rig.SayAsync(row, Row("2"));
        }
        StubChannel channel = new("stub", takesKey: false);
        await using SenderRig next = await SenderRig.StartAsync(_folder, _clock, channel);
        await next.BecomesAsync("2", OutboxState.Sent);
        await next.BecomesAsync("1", OutboxState.InDoubt, attempts: 0);
        channel.Tried.ShouldBe(["2"]);
    }

    [Theory]
    [InlineData(40, OutboxState.Sent)]
    [InlineData(60, OutboxState.InDoubt)]
    public async Task Such_a_row_is_said_again_only_while_the_channel_knows_its_key(int minutes, OutboxState becomes)
    {
        TaskCompletionSource<SendResult> never = new();
        StubChannel channel = Hourly();
        channel.Answer = (_, _) => never.Task;
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel))
        {
            await rig.SayAsync(Row("1"));
            await rig.BecomesAsync("1", OutboxState.Sending, attempts: 0);
            // as a crash leaves it
            await rig.CopyToAsync(_crashed);
            never.SetResult(new SendResult(SendOutcome.Sent));
        }
        _clock.Set(_clock.GetUtcNow().AddMinutes(minutes));
        StubChannel again = Hourly();
        await using SenderRig next = await SenderRig.StartAsync(_crashed, _clock, again);
        await next.BecomesAsync("1", becomes, attempts: becomes == OutboxState.Sent ? 1 : 0);
        again.Tried.Count.ShouldBe(becomes == OutboxState.Sent ? 1 : 0);
    }

    [Fact]
    public async Task Stopping_sends_what_is_due()
    {
        TaskCompletionSource gate = new();
        StubChannel channel = new()
        {
            Answer = async (_, _) =>
            {
                await gate.Task;
                return new SendResult(SendOutcome.Sent);
            },
        };
        SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync([.. Enumerable.Range(0, 30).Select(i => Row($"{i}", $"群{i % 10}"))]);
        await Eventually.TrueAsync(() => !channel.Tried.IsEmpty, "the first is tried");
        Task stop = rig.Host.StopAsync();
        gate.SetResult();
        await stop;
        channel.Tried.Distinct().Count().ShouldBe(30);
        channel.Tried.Count.ShouldBe(30);
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task Stopping_waits_no_longer_than_the_drain_for_a_dead_channel()
    {
        StubChannel channel = new() { Answer = (_, _) => new TaskCompletionSource<SendResult>().Task };
        SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2"));
        await Eventually.TrueAsync(() => !channel.Tried.IsEmpty, "the first is tried");
        Task stop = rig.Host.StopAsync();
        DateTimeOffset end = _clock.GetUtcNow() + new OutboxOptions().Drain;
        await Eventually.TrueAsync(() => _clock.NextTimer <= end, "the drain is timed");
        stop.IsCompleted.ShouldBeFalse();
        _clock.AdvanceTo(end);
        await stop;
        await rig.DisposeAsync();

        StubChannel alive = new();
        _clock.Advance(TimeSpan.FromMinutes(2));
        await using SenderRig next = await SenderRig.StartAsync(_folder, _clock, alive);
        await next.BecomesAsync("2", OutboxState.Sent);
        alive.Tried.ShouldBe(["1", "2"]);
    }

    private static StubChannel Hourly() =>
        new() { Capabilities = new(Hearing.All) { IdempotencyWindow = TimeSpan.FromMinutes(50), KeepsItsWords = true } };
}
