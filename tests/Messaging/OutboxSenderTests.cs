using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;
using static Tests.Messaging.SenderRig;

namespace Tests.Messaging;

public sealed class OutboxSenderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_conversation_hears_its_rows_in_order()
    {
        StubChannel channel = new();
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        string[] keys = [.. Enumerable.Range(0, 60).Select(i => $"{i % 3}-{i:00}")];
        foreach (string key in keys)
        {
            await rig.SayAsync(Row(key, $"群{key[0]}"));
        }
        await Eventually.TrueAsync(() => channel.Tried.Count == keys.Length, "all are sent");
        channel.Tried.GroupBy(key => key[0]).ShouldAllBe(sent => sent.SequenceEqual(sent.Order()));
        await rig.BecomesAsync(keys[^1], OutboxState.Sent);
        (await rig.FindAsync(keys[0])).SentAt.ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task A_row_that_waits_for_a_retry_holds_back_its_own_conversation_only()
    {
        StubChannel channel = new() { Answer = (row, _) => StubChannel.Is(row is { Key: "1", Attempts: < 2 } ? SendOutcome.TryLater : SendOutcome.Sent) };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2"), Row("3", "二群"));
        await rig.BecomesAsync("3", OutboxState.Sent);
        await rig.BecomesAsync("1", OutboxState.Queued, attempts: 1);
        (await rig.FindAsync("1")).Error.ShouldBe("没发出去");
        await rig.AdvanceToRetryOfAsync("1");
        await rig.BecomesAsync("1", OutboxState.Queued, attempts: 2);
        await rig.AdvanceToRetryOfAsync("1");
        await rig.BecomesAsync("2", OutboxState.Sent);
        channel.Tried.Where(key => key != "3").ShouldBe(["1", "1", "1", "2"]);
        (await rig.FindAsync("1")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_that_is_told_to_wait_waits_without_losing_tries_or_order()
    {
        int refused = 0;
        StubChannel channel = new()
        {
            Answer = (row, _) => row.Key == "1" && refused++ < 3
                ? Task.FromResult(SendResult.Throttled(TimeSpan.FromSeconds(10), wholeChannel: true, "发得太快")) : StubChannel.Is(SendOutcome.Sent),
        };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2"));
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            await rig.BecomesAsync("1", OutboxState.Queued, attempt);
            await rig.SayAsync(Row($"other{attempt}", "二群"));
            channel.Tried.ShouldNotContain($"other{attempt}", "the whole channel waits");
            await rig.AdvanceToRetryOfAsync("1");
        }
        await rig.BecomesAsync("2", OutboxState.Sent);
        channel.Tried.Where(key => key.Length == 1).ShouldBe(["1", "1", "1", "1", "2"]);
        await rig.BecomesAsync("other3", OutboxState.Sent);
    }

    [Fact]
    public async Task No_group_hears_more_than_the_vendor_allows()
    {
        StubChannel channel = new()
        {
            Capabilities = new(Hearing.All) { IdempotencyWindow = Capabilities.ForGood, KeepsItsWords = true, Limits = [new RateLimit(2, TimeSpan.FromMinutes(1), PerConversation: true)] },
        };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2"), Row("3"), Row("4", "二群"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        await rig.BecomesAsync("4", OutboxState.Sent);
        await Eventually.TrueAsync(() => _clock.NextTimer <= _clock.GetUtcNow().AddMinutes(1), "the sender sleeps until it may");
        channel.Tried.ShouldNotContain("3");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await rig.BecomesAsync("3", OutboxState.Sent);
    }

    [Fact]
    public async Task What_is_too_long_is_said_in_parts_and_stored_among_the_messages()
    {
        StubChannel channel = new() { Capabilities = new(Hearing.WhenNamed) { MostBytes = 30 } };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        OutboxMessage row = Row("1");
        row.Text = "明天上午停水。请大家提前备水";
        await rig.SayAsync(row);
        await rig.BecomesAsync("1#2", OutboxState.Sent);
        channel.Tried.ShouldBe(["1", "1#2"]);
        List<Message> stored = await rig.Host.ReadAsync(db => db.Set<Message>().OrderBy(message => message.Seq).ToListAsync(TestContext.Current.CancellationToken));
        stored.Select(message => (message.MessageId, message.Text, message.Role)).ShouldBe(
            [("1", "明天上午停水。", SenderRole.Bot), ("1#2", "请大家提前备水", SenderRole.Bot)]);
    }

    [Fact]
    public async Task A_refused_row_fails_for_good_and_the_next_is_sent()
    {
        StubChannel channel = new() { Answer = (row, _) => StubChannel.Is(row.Key == "1" ? SendOutcome.Refused : SendOutcome.Sent) };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        await rig.BecomesAsync("1", OutboxState.Failed);
        channel.Tried.ShouldBe(["1", "2"]);
    }

    [Theory]
    [InlineData(true, OutboxState.Queued)]
    [InlineData(false, OutboxState.InDoubt)]
    public async Task A_lost_answer_is_repeated_only_where_the_channel_takes_a_key(bool takesKey, OutboxState becomes)
    {
        StubChannel channel = new("stub", takesKey)
        {
            Answer = (row, _) => row.Key == "1" ? throw new HttpRequestException("secret") : StubChannel.Is(SendOutcome.Sent),
        };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("2", "二群"));
        await rig.BecomesAsync("1", becomes);
        await rig.BecomesAsync("2", OutboxState.Sent);
        (await rig.FindAsync("1")).Error.ShouldBe("发送出错：HttpRequestException");
    }

    [Fact]
    public async Task A_lost_answer_is_not_repeated_when_the_channel_has_forgotten_the_key()
    {
        StubChannel channel = new()
        {
            Capabilities = new(Hearing.All) { IdempotencyWindow = TimeSpan.FromMinutes(50), KeepsItsWords = true },
            Answer = (row, _) => StubChannel.Is(row.Attempts == 0 ? SendOutcome.Unknown : SendOutcome.TryLater),
        };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        DateTimeOffset first = _clock.GetUtcNow();
        await rig.SayAsync(Row("1"));
        for (int tries = 1; (await rig.FindAsync("1")).State != OutboxState.InDoubt; tries++)
        {
            int attempts = tries;
            await Eventually.TrueAsync(async () => await rig.FindAsync("1") is var row && (row.State == OutboxState.InDoubt || (row.State == OutboxState.Queued && row.Attempts == attempts)), $"try {attempts}");
            if ((await rig.FindAsync("1")).State == OutboxState.Queued) { await rig.AdvanceToRetryOfAsync("1"); }
        }
        (_clock.GetUtcNow() - first).ShouldBeInRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(52), "tries that surely failed do not make it younger");
        (await rig.FindAsync("1")).SentAt.ShouldBe(first);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_lost_answer()
    {
        StubChannel channel = new("stub", takesKey: false) { Answer = (_, _) => new TaskCompletionSource<SendResult>().Task };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"));
        await Eventually.TrueAsync(() => !channel.Tried.IsEmpty, "it is tried");
        await rig.BecomesAsync("1", OutboxState.Sending, attempts: 0);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await rig.BecomesAsync("1", OutboxState.InDoubt);
        (await rig.FindAsync("1")).Error.ShouldBe("30 秒内没有回音");
    }

    [Fact]
    public async Task A_channel_that_fails_delays_only_itself()
    {
        TaskCompletionSource<SendResult> never = new();
        StubChannel dead = new("dead") { Answer = (_, _) => never.Task };
        StubChannel alive = new();
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, dead, alive);
        await rig.SayAsync([.. Enumerable.Range(0, 20).Select(i => Row($"d{i}", $"群{i}", "dead")), Row("1")]);
        await rig.BecomesAsync("1", OutboxState.Sent);
        dead.Tried.Count.ShouldBeLessThanOrEqualTo(2);
        never.SetResult(new SendResult(SendOutcome.Refused));
    }

    [Fact]
    public async Task A_row_planned_for_later_waits_for_its_time_and_holds_nobody_back()
    {
        StubChannel channel = new();
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        OutboxMessage planned = Row("1");
        planned.NextAttemptAt = _clock.GetUtcNow().AddHours(2);
        await rig.SayAsync(planned, Row("2"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        channel.Tried.ShouldBe(["2"]);
        await Eventually.TrueAsync(() => _clock.NextTimer is not null, "the sender sleeps");
        _clock.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => _clock.NextTimer is not null, "the sender sleeps again");
        _clock.Advance(TimeSpan.FromHours(1));
        await rig.BecomesAsync("1", OutboxState.Sent);
    }

    [Fact]
    public async Task A_key_is_said_once()
    {
        StubChannel channel = new();
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await rig.SayAsync(Row("1"), Row("1"));
        await rig.SayAsync(Row("1"), Row("2"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        channel.Tried.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Nothing_is_said_for_a_cause_that_was_undone()
    {
        StubChannel channel = new();
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        await Should.ThrowAsync<InvalidTimeZoneException>(rig.Host.Writes.RunAsync(
            (db, _) => rig.Host.Outbox.Say(db, Row("1")) ? throw new InvalidTimeZoneException() : Task.CompletedTask,
            TestContext.Current.CancellationToken));
        await rig.SayAsync(Row("2"));
        await rig.BecomesAsync("2", OutboxState.Sent);
        channel.Tried.ShouldBe(["2"]);
    }
}
