using System.Diagnostics;
using Bot.Messaging;
using Bot.Storage;
using Tests.Support;

namespace Tests.Channels.Faults;

/// <summary>
/// What a vendor's network does, on every way into a group: nothing is lost, doubled or put out of order. Every frame comes in pieces.
/// One program for all of it, the groups of each part are others.
/// </summary>
public sealed class FaultTests
{
    private const int Conversations = 100;
    private const int Seed = 20261122;
    private const int Alone = 10_000;
    private const long MostGrowth = 48 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>1,000; BOT_FAULTS=10000 for ten thousand, by hand and alone, which holds the memory to account too.</summary>
    private static int Many => int.TryParse(Environment.GetEnvironmentVariable("BOT_FAULTS"), out int asked) ? asked : 1000;

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Whatever_the_network_does_each_is_stored_and_answered_once_and_in_order(string way)
    {
        await using FaultRun run = await FaultRun.StartAsync(way);
        await TwentyTimesEachInAnyOrderOverBrokenConnectionsAsync(run);
        await AgainWhileNothingCanBeStoredAsync(run);
        await AnAnswerThatTakesSixSecondsAsync(run);
        await ManyAsync(run, way);
    }

    private static async Task TwentyTimesEachInAnyOrderOverBrokenConnectionsAsync(FaultRun run)
    {
        Told[] deliveries = [.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Repeat(Told.Number(i / 3, i % 3, of: 3), 20))];
        new Random(Seed).Shuffle(deliveries);
        HashSet<Told> handed = [];
        foreach (Told[] some in deliveries.Chunk(400))
        {
            await run.HandAsync(some);
            handed.UnionWith(some);
            await run.StoredAsync(handed);
            await run.KickAsync();
        }
        await run.SettleAsync();
        run.Accounts.ShouldBeRight([.. deliveries.Distinct()]);
    }

    private static async Task AgainWhileNothingCanBeStoredAsync(FaultRun run)
    {
        await run.ConnectedAsync();
        TaskCompletionSource room = new();
        Task held = run.Host.Get<WriteQueue>().RunAsync((_, _) => room.Task, Token);
        Told[] said = [.. Enumerable.Range(20, 10).Select(i => Told.Emergency(i))];
        Task<bool>[] handing = [.. said.Concat(said).Concat(said).Select(told => run.Way.HandAsync(told, Token))];
        await Eventually.TrueAsync(() => run.Host.Get<WriteQueue>().Waiting > 0, "some of them wait to be stored");
        await Task.Delay(100, Token);
        if (run.Way.Acknowledges) { handing.ShouldAllBe(handed => !handed.IsCompleted, "nothing is acknowledged that is not stored"); }
        said.ShouldAllBe(told => !run.Accounts.Has(told));
        room.SetResult();
        await held;
        (await Task.WhenAll(handing)).ShouldAllBe(acknowledged => acknowledged);
        await run.StoredAsync(said);
        await run.SettleAsync();
        run.Accounts.ShouldBeRight(said);
    }

    private static async Task AnAnswerThatTakesSixSecondsAsync(FaultRun run)
    {
        TaskCompletionSource asked = new(), late = new(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Way.Hold(() =>
        {
            asked.TrySetResult();
            return late.Task;
        });
        Told[] said = [Told.Emergency(30)];
        int before = run.Way.Spoken.Count;
        await run.HandAsync(said);
        await run.StoredAsync(said);
        await run.PassAsync(() => asked.Task.IsCompleted);
        run.Clock.Advance(TimeSpan.FromSeconds(6));
        if (run.Way.IsImpatient) { await Eventually.TrueAsync(() => run.Accounts.Replies(OutboxState.InDoubt) == 1, "it is in doubt"); }
        late.SetResult();
        await run.SettleAsync();
        DateTimeOffset later = run.Clock.GetUtcNow().AddSeconds(10);
        await run.PassAsync(() => run.Clock.GetUtcNow() >= later);
        run.Accounts.ShouldBeRight(said);
        run.Way.Spoken.Count.ShouldBe(before + 1);
        run.Accounts.Replies(OutboxState.InDoubt).ShouldBe(run.Way.IsImpatient ? 1 : 0);
    }

    private static async Task ManyAsync(FaultRun run, string way)
    {
        int each = Math.Max(3, Many / Conversations), doubtful = run.Accounts.Replies(OutboxState.InDoubt);
        Told[] said = [.. Enumerable.Range(0, each * Conversations).Select(i => Told.Number(100 + (i % Conversations), i / Conversations, each))];
        List<long> heap = [];
        long started = Stopwatch.GetTimestamp();
        foreach (Told[] third in said.Chunk((said.Length + 2) / 3))
        {
            await run.HandAsync(third);
            await run.StoredAsync(third);
            heap.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        await run.SettleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{way}: {said.Length} messages taken in {taken.TotalSeconds:0.0} s, decided and answered after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; " +
            $"{run.Accounts.Tickets} tickets, {run.Way.Spoken.Count} replies; heap {string.Join(" → ", heap.Select(bytes => $"{bytes / 1048576.0:0} MB"))}");
        run.Accounts.ShouldBeRight(said);
        run.Accounts.Replies(OutboxState.InDoubt).ShouldBe(doubtful);
        // the heap is everybody's: it tells something where this test runs alone
        if (Many >= Alone) { (heap[^1] - heap[0]).ShouldBeLessThan(MostGrowth); }
    }
}
