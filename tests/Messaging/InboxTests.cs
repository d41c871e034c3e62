using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Messaging;

public sealed class InboxTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_storm_of_redeliveries_stores_each_message_once()
    {
        const int Count = 2000;
        InboundMessage[] messages = [.. Enumerable.Range(0, Count).Select(i => New($"m{i}", $"电梯又坏了 {i}", $"群{i % 7}"))];
        InboundMessage[] deliveries = [.. Enumerable.Repeat(messages, 5).SelectMany(all => all)];
        new Random(7).Shuffle(deliveries);
        await using (StorageHost host = await StorageHost.StartAsync(_folder.Path))
        {
            AcceptResult[] results = new AcceptResult[deliveries.Length];
            await Parallel.ForAsync(0, deliveries.Length, Token, async (i, token) =>
                results[i] = await host.Inbox.AcceptAsync(deliveries[i], token));
            results.Count(result => result.Outcome == AcceptOutcome.Accepted).ShouldBe(Count);
            results.Count(result => result.Outcome == AcceptOutcome.Duplicate).ShouldBe(4 * Count);
            results.Zip(deliveries).GroupBy(pair => pair.Second.MessageId, pair => pair.First.Seq)
                .ShouldAllBe(seqs => seqs.Distinct().Count() == 1);
            (await StoredAsync(host)).Count.ShouldBe(Count);
        }
        await using StorageHost again = await StorageHost.StartAsync(_folder.Path);
        (await again.Inbox.AcceptAsync(messages[0], Token)).Outcome.ShouldBe(AcceptOutcome.Duplicate);
        (await StoredAsync(again)).Count.ShouldBe(Count);
    }

    [Fact]
    public async Task Another_content_under_the_same_id_is_flagged_and_the_first_stands()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        InboundMessage first = New("m1", "路灯不亮") with { ReplyTo = "m0", Images = ["a.jpg"] };
        long seq = (await host.Inbox.AcceptAsync(first, Token)).Seq;
        InboundMessage[] others =
        [
            first with { Text = "路灯亮了" }, first with { Sender = "别人" }, first with { ReplyTo = null }, first with { Images = [] },
        ];
        foreach (InboundMessage other in others)
        {
            (await host.Inbox.AcceptAsync(other, Token)).ShouldBe(new AcceptResult(AcceptOutcome.Conflict, seq));
        }
        (await host.Inbox.AcceptAsync(first with { Role = SenderRole.Grid }, Token)).Outcome.ShouldBe(AcceptOutcome.Duplicate);

        Message stored = (await StoredAsync(host)).ShouldHaveSingleItem();
        stored.Text.ShouldBe("路灯不亮");
        stored.Images.ShouldBe(["a.jpg"]);
        stored.ReplyTo.ShouldBe("m0");
        stored.Conflicts.ShouldBe(others.Length);
    }

    [Fact]
    public async Task The_same_id_elsewhere_is_another_message()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        InboundMessage[] messages = [New("m1", "在"), New("m1", "在", "二群"), New("m1", "在") with { Channel = "http" }];
        foreach (InboundMessage message in messages)
        {
            (await host.Inbox.AcceptAsync(message, Token)).Outcome.ShouldBe(AcceptOutcome.Accepted);
        }
    }

    [Fact]
    public async Task Messages_keep_the_order_they_came_in_and_time_never_goes_back()
    {
        ManualTimeProvider clock = new();
        DateTimeOffset start = clock.GetUtcNow();
        await using (StorageHost host = await StorageHost.StartAsync(_folder.Path, clock))
        {
            await host.Inbox.AcceptAsync(New("m1", "一"), Token);
            clock.Set(start.AddHours(-1));
            await host.Inbox.AcceptAsync(New("m2", "二"), Token);
        }
        await using StorageHost again = await StorageHost.StartAsync(_folder.Path, clock);
        await again.Inbox.AcceptAsync(New("m3", "三"), Token);
        clock.Set(start.AddSeconds(1));
        await again.Inbox.AcceptAsync(New("m4", "四"), Token);

        List<Message> stored = await StoredAsync(again);
        stored.Select(message => message.MessageId).ShouldBe(["m1", "m2", "m3", "m4"]);
        stored.Select(message => message.Time).ShouldBe([start, start, start, start.AddSeconds(1)]);
    }

    [Fact]
    public async Task Words_of_bots_are_stored_and_not_worked()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        await host.Inbox.AcceptAsync(New("m1", "记下了") with { Role = SenderRole.Bot }, Token);
        await host.Inbox.AcceptAsync(New("m2", "知道了", PrivateLine.To("陈静")), Token);
        (await WasSignalledAsync(host)).ShouldBeTrue();
        await host.Inbox.AcceptAsync(New("m3", "停水了"), Token);
        (await WasSignalledAsync(host)).ShouldBeTrue();

        (await StoredAsync(host)).Select(message => message.State)
            .ShouldBe([MessageState.Ignored, MessageState.Received, MessageState.Received]);
        (await host.Inbox.UndecidedAfterAsync(0, 10, Token)).Select(message => message.MessageId).ShouldBe(["m2", "m3"]);
    }

    [Fact]
    public async Task What_waits_for_triage_is_read_in_order_from_any_place()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        for (int i = 1; i <= 6; i++)
        {
            await host.Inbox.AcceptAsync(New($"m{i}", "停水了", $"群{i % 2}"), Token);
        }
        await host.Writes.RunAsync(
            (db, token) => db.Set<Message>().Where(message => message.Seq == 4)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.State, MessageState.Decided), token),
            Token);
        (await host.Inbox.UndecidedAfterAsync(2, 3, Token)).Select(message => message.Seq).ShouldBe([3, 5, 6]);
        (await host.Inbox.UndecidedAfterAsync(0, 2, Token)).Select(message => message.Seq).ShouldBe([1, 2]);
    }

    private static async Task<bool> WasSignalledAsync(StorageHost host)
    {
        ManualTimeProvider clock = new();
        Task<bool> signalled = host.Inbox.Arrived.WaitAsync(TimeSpan.FromSeconds(1), clock, Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        return await signalled;
    }

    private static Task<List<Message>> StoredAsync(StorageHost host) =>
        host.ReadAsync(db => db.Set<Message>().OrderBy(message => message.Seq).ToListAsync(Token));

    private static InboundMessage New(string id, string text, string group = "一网格群") =>
        new("webchat", group, id, "12-2-301小陈", SenderRole.Resident, text);
}
