using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;
using static Tests.Messaging.SenderRig;

namespace Tests.Messaging;

/// <summary>Words that change, or are taken back, while their row waits or is said.</summary>
public sealed class ChangedWordsTests : IDisposable
{
    private const string Changed = "（已撤回）";
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _heard = [];
    private readonly TaskCompletionSource _busy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_was_read_and_waits_is_said_as_it_stands_when_its_turn_comes(bool takesKey)
    {
        StubChannel channel = new("stub", takesKey);
        channel.Answer = async (row, _) =>
        {
            lock (_heard) { _heard.Add(row.Text); }
            if (row.Key.StartsWith("busy", StringComparison.Ordinal)) { await _busy.Task; }
            return new SendResult(SendOutcome.Sent);
        };
        await using SenderRig rig = await StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("busy1", "一群"), Row("busy2", "二群"), Row("waits", "三群"));
        await Eventually.TrueAsync(() => channel.Tried.Count == 2, "every lane is taken");
        await ChangeAsync(rig, "waits");
        _busy.SetResult();
        await rig.BecomesAsync("waits", OutboxState.Sent);
        _heard.ShouldBe(["记下了", "记下了", Changed]);
    }

    [Fact]
    public async Task What_is_taken_out_of_a_row_while_it_is_said_is_not_stored_among_the_messages()
    {
        StubChannel channel = new() { Capabilities = new(Hearing.WhenNamed) };
        channel.Answer = async (_, _) =>
        {
            await _busy.Task;
            return new SendResult(SendOutcome.Sent);
        };
        await using SenderRig rig = await StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"));
        await Eventually.TrueAsync(() => channel.Tried.Count == 1, "it is being said");
        await ChangeAsync(rig, "1");
        _busy.SetResult();
        await rig.BecomesAsync("1", OutboxState.Sent);
        (await rig.Host.ReadAsync(db => db.Set<Message>().SingleAsync(Token))).Text.ShouldBe(Changed);
    }

    [Fact]
    public async Task What_a_person_takes_back_during_a_try_that_fails_is_not_tried_again()
    {
        StubChannel channel = new();
        channel.Answer = async (row, _) =>
        {
            if (row.Key == "1") { await _busy.Task; }
            return new SendResult(row.Key == "1" ? SendOutcome.TryLater : SendOutcome.Sent);
        };
        await using SenderRig rig = await StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"));
        await Eventually.TrueAsync(() => channel.Tried.Count == 1, "it is being tried");
        long id = (await rig.FindAsync("1")).Id;
        (await rig.Host.Services.GetRequiredService<TakeBackHandler>().HandleAsync(new TakeBack(id, "陈秀兰"), Token)).ShouldBe(TakeBackResult.Held);
        _busy.SetResult();
        await rig.SayAsync(Row("2"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        (await rig.FindAsync("1")).State.ShouldBe(OutboxState.Withdrawn);
        channel.Tried.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Nothing_is_handed_over_that_changed_since_it_was_read()
    {
        await using SenderRig rig = await StartAsync(_folder, _clock);
        await rig.SayAsync(Row("1"));
        OutboxRows rows = rig.Host.Services.GetRequiredService<OutboxRows>();
        OutboxMessage read = (await rows.DueAsync("stub", _clock.GetUtcNow(), 1, Token)).ShouldHaveSingleItem();
        await ChangeAsync(rig, "1");
        read.State = OutboxState.Sending;
        (await rows.StoreAsync(read, Token)).ShouldBeFalse();
        OutboxMessage fresh = (await rows.DueStillAsync(read, Token)).ShouldNotBeNull();
        (fresh.Text, fresh.State).ShouldBe((Changed, OutboxState.Queued));
        fresh.State = OutboxState.Sending;
        (await rows.StoreAsync(fresh, Token)).ShouldBeTrue();
    }

    private static Task<int> ChangeAsync(SenderRig rig, string key) => rig.Host.Writes.RunAsync(
        (db, token) => db.Set<OutboxMessage>().Where(row => row.Key == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, Changed), token), Token);
}
