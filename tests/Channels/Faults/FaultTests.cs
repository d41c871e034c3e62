using System.Diagnostics;
using Bot.Messaging;
using Bot.Storage;
using Tests.Support;

namespace Tests.Channels.Faults;

/// <summary>What a vendor's network does, on every way into a group: nothing is lost, doubled or put out of order.</summary>
public sealed class FaultTests
{
    private const int Conversations = 100;
    private const int Seed = 20261122;
    private const long MostGrowth = 48 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>1,000; BOT_FAULTS=10000 for ten thousand.</summary>
    private static int Many => int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS"), out int asked) ? asked : 1000;

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Twenty_times_each_in_any_order_and_over_broken_connections_is_once(string way)
    {
        await using FaultRun run = await FaultRun.StartAsync(way);
        Told[] deliveries = [.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Repeat(Told.Number(i / 3, i % 3, of: 3), 20))];
        new Random(Seed).Shuffle(deliveries);
        HashSet<Told> handed = [];
        foreach (Told[] some in deliveries.Chunk(400))
        {
            await run.HandAsync(some);
            handed.UnionWith(some);
            await run.StoredAsync(handed.Count);
            await run.KickAsync();
        }
        await run.SettleAsync();
        run.Accounts.ShouldBeRight([.. deliveries.Distinct()]);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Many_messages_keep_their_order_and_leave_nothing_behind_in_memory(string way)
    {
        await using FaultRun run = await FaultRun.StartAsync(way);
        int each = Math.Max(3, Many / Conversations);
        Told[] said = [.. Enumerable.Range(0, each * Conversations).Select(i => Told.Number(i % Conversations, i / Conversations, each))];
        List<long> heap = [];
        long started = Stopwatch.GetTimestamp();
        int handed = 0;
        foreach (Told[] third in said.Chunk((said.Length + 2) / 3))
        {
            await run.HandAsync(third);
            await run.StoredAsync(handed += third.Length);
            heap.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        await run.SettleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{way}: {said.Length} messages taken in {taken.TotalSeconds:0.0} s, decided and answered after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; " +
            $"{run.Accounts.Tickets} tickets, {run.Way.Spoken.Count} replies; heap {string.Join(" → ", heap.Select(bytes => $"{bytes / 1048576.0:0} MB"))}");
        run.Accounts.ShouldBeRight(said);
        run.Accounts.Replies(OutboxState.InDoubt).ShouldBe(0);
        (heap[^1] - heap[0]).ShouldBeLessThan(MostGrowth);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task While_nothing_can_be_stored_nothing_is_acknowledged_and_what_comes_again_is_once(string way)
    {
        await using FaultRun run = await FaultRun.StartAsync(way);
        TaskCompletionSource room = new();
        Task held = run.Host.Get<WriteQueue>().RunAsync((_, _) => room.Task, Token);
        Told[] said = [.. Enumerable.Range(0, 10).Select(i => Told.Emergency(i))];
        Task<bool>[] handing = [.. said.Concat(said).Concat(said).Select(told => run.Way.HandAsync(told, Token))];
        await Task.Delay(100, Token);
        if (run.Way.Acknowledges) { handing.ShouldAllBe(handed => !handed.IsCompleted); }
        run.Accounts.Stored.ShouldBe(0);
        room.SetResult();
        await held;
        (await Task.WhenAll(handing)).ShouldAllBe(acknowledged => acknowledged);
        await run.StoredAsync(said.Length);
        await run.SettleAsync();
        run.Accounts.ShouldBeRight(said);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task What_is_answered_after_six_seconds_is_said_once(string way)
    {
        await using FaultRun run = await FaultRun.StartAsync(way);
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously), late = new(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Way.Hold(() =>
        {
            asked.TrySetResult();
            return late.Task;
        });
        await run.HandAsync([Told.Emergency(0)]);
        await asked.Task.WaitAsync(Token);
        run.Clock.Advance(TimeSpan.FromSeconds(6));
        if (run.Way.IsImpatient) { await Eventually.TrueAsync(() => run.Accounts.Replies(OutboxState.InDoubt) == 1, "it is in doubt"); }
        late.SetResult();
        await run.SettleAsync();
        run.Clock.Advance(TimeSpan.FromMinutes(2));
        await run.SettleAsync();
        run.Accounts.ShouldBeRight([Told.Emergency(0)]);
        run.Way.Spoken.ShouldHaveSingleItem();
        run.Accounts.Replies(run.Way.IsImpatient ? OutboxState.InDoubt : OutboxState.Sent).ShouldBe(1);
    }
}
