using Bot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.Faults;

/// <summary>The whole program with one way into it, on a clock moved by hand.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    public const string Community = """{"community":"试验社区","bot_names":["网格助手"],"people":[{"name":"王芳","role":"admin"}]}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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

    // a clock that runs faster than the network ends connections by itself
    private bool IsConnected => Way.IsConnected && Host.Services.GetServices<IChannel>().Single(channel => channel.Name == Way.Channel).Connection is null or { IsUp: true };

    /// <summary>Hands them over, each until it is acknowledged: one after the other in a conversation, the conversations beside each other.</summary>
    public async Task HandAsync(IReadOnlyCollection<Told> all)
    {
        await ConnectedAsync();
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
        return Eventually.TrueAsync(() => Accounts.Stored == _stored.Count, $"{_stored.Count} are stored", Patience);
    }

    /// <summary>Breaks the connection, where there is one, and waits for the next.</summary>
    public Task KickAsync() => Way.Kick() ? ConnectedAsync() : Task.CompletedTask;

    /// <summary>Lets time pass until everything is decided and said.</summary>
    public Task SettleAsync() => PassAsync(() => !Accounts.IsBusy);

    /// <summary>Lets time pass until it is so, but never while something is on its way.</summary>
    public async Task PassAsync(Func<bool> condition)
    {
        int looks = 0;
        await Eventually.TrueAsync(
            () =>
            {
                if (condition()) { return true; }
                // what is due and stays so waits for its turn with the vendor
                if (!Accounts.IsSending && (!Accounts.IsDue(Clock.GetUtcNow()) || looks % 20 == 19)) { Clock.Advance(Second); }
                looks++;
                return false;
            },
            "what is waited for",
            Patience);
    }

    /// <summary>Waits for the connection, where there is one; the pause before a next try is a second at most.</summary>
    public async Task ConnectedAsync()
    {
        int looks = 0;
        await Eventually.TrueAsync(
            () =>
            {
                if (!IsConnected && looks++ % 100 == 0) { Clock.Advance(Second); }
                return IsConnected;
            },
            "the connection",
            Patience);
    }

    public async ValueTask DisposeAsync()
    {
        Accounts.Dispose();
        await Host.DisposeAsync();
        await Way.DisposeAsync();
        _folder.Dispose();
    }

    private Task HandAsync(Told told) => Eventually.TrueAsync(() => Way.HandAsync(told, Token), $"{told} is taken", Patience);
}
