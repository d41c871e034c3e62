using Tests.Support;

namespace Tests.Channels.Faults;

/// <summary>The whole program with one way into it, on a clock moved by hand.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    public const string Community = """{"community":"试验社区","bot_names":["网格助手"],"people":[{"name":"王芳","role":"admin"}]}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TempFolder _folder = new();
    private readonly HashSet<Told> _stored = [];

    private FaultRun(Way way) => Way = way;

    public Way Way { get; }

    public BotHost Host { get; private set; } = null!;

    public Accounts Accounts { get; private set; } = null!;

    // to the second: where time stands still a wait for a part of a millisecond would never end
    public ManualTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow() + MorningClock.UntilMorning(TimeProvider.System.GetUtcNow())).ToUnixTimeSeconds()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FaultRun> StartAsync(string name)
    {
        FaultRun run = new(await Way.StartAsync(name));
        string community = run._folder.File("community.json");
        await File.WriteAllTextAsync(community, Community, Token);
        run.Host = await BotHost.StartAsync(run._folder.Path, run.Clock, settings:
            [.. run.Way.Settings, ("Community:Directory", community), ("Privacy:Consent", ""), ("Logging:LogLevel:Default", "Critical")]);
        (run.Way.Address, run.Way.Clock) = (run.Host.Address, run.Clock);
        run.Accounts = new Accounts(run._folder.File("bot.db"), run.Way);
        await run.ConnectedAsync();
        return run;
    }

    /// <summary>Hands them over, each until it is acknowledged: one after the other in a conversation, the conversations beside each other.</summary>
    public async Task HandAsync(IReadOnlyCollection<Told> all)
    {
        if (!Way.Acknowledges)
        {
            foreach (Told told in all) { await HandAsync(told); }
            return;
        }
        await Parallel.ForEachAsync(all.GroupBy(told => told.Conversation), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Token }, async (conversation, _) =>
        {
            foreach (Told told in conversation) { await HandAsync(told); }
        });
    }

    /// <summary>These too are stored, and nothing twice.</summary>
    public Task StoredAsync(IEnumerable<Told> some)
    {
        _stored.UnionWith(some);
        return Eventually.TrueAsync(() => Accounts.Stored == _stored.Count, $"{_stored.Count} are stored");
    }

    /// <summary>Breaks the connection, where there is one, and waits for the next.</summary>
    public Task KickAsync() => Way.Kick() ? ConnectedAsync() : Task.CompletedTask;

    /// <summary>Lets time pass until everything is decided and said.</summary>
    public Task SettleAsync() => PassAsync(() => !Accounts.IsBusy);

    /// <summary>Lets time pass until it is so, but never while something is on its way.</summary>
    public async Task PassAsync(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            i.ShouldBeLessThan(3000, "what is waited for");
            // what is due and stays so waits for its turn with the vendor
            if (!Accounts.IsSending && (!Accounts.IsDue(Clock.GetUtcNow()) || i % 20 == 19)) { Clock.Advance(Second); }
            await Task.Delay(10, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Accounts.Dispose();
        await Host.DisposeAsync();
        await Way.DisposeAsync();
        _folder.Dispose();
    }

    private async Task HandAsync(Told told)
    {
        while (!await Way.HandAsync(told, Token)) { await Task.Delay(20, Token); }
    }

    // the pause before the next try is a second at most
    private async Task ConnectedAsync()
    {
        for (int i = 0; !Way.IsConnected; i++)
        {
            i.ShouldBeLessThan(1200, "the connection");
            if (i % 20 == 0) { Clock.Advance(Second); }
            await Task.Delay(25, Token);
        }
    }
}
