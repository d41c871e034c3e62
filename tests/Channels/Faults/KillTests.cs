using Bot.Messaging;
using Bot.Storage;
using Tests.Crash;
using Tests.Support;

namespace Tests.Channels.Faults;

/// <summary>The real process, killed at every point where a crash could lose or double a word; the vendor hands over again what nobody acknowledged.</summary>
public sealed class KillTests : IDisposable
{
    // the steps on the way in are reached by what is handed over alone
    private static readonly string[] Cuts = [Steps.Stored, Steps.Acknowledged, Steps.Sending, Steps.Sent];

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Killed_it_loses_nothing_and_says_nothing_twice(string name)
    {
        await using Way way = await Way.StartAsync(name);
        await File.WriteAllTextAsync(_folder.File("community.json"), FaultRun.Community, Token);
        TrainedEngine.PutInto(_folder.Path);
        string[] cuts = [.. CutsOf(way, name)];
        Told[] said = [.. cuts.Select((_, i) => Told.Emergency(i))];
        Queue<Told> unacknowledged = [];
        for (int i = 0; i < cuts.Length; i++)
        {
            unacknowledged.Enqueue(said[i]);
            await CrashAsync(way, cuts[i], unacknowledged);
        }
        using Accounts accounts = await FinishAsync(way, unacknowledged);
        accounts.ShouldBeRight(said);
        accounts.Replies(OutboxState.Sent).ShouldBe(said.Length - accounts.Replies(OutboxState.InDoubt));
        if (way.TakesKey) { accounts.Replies(OutboxState.InDoubt).ShouldBe(0); }
        else { accounts.Replies(OutboxState.InDoubt).ShouldBeInRange(1, said.Length, "what it was killed over, and whatever went out beside it"); }
    }

    // every process costs seconds: without BOT_FAULTS the worst of them, and of the others each on some way
    private static IEnumerable<string> CutsOf(Way way, string name)
    {
        IEnumerable<string> all = Cuts.Where(cut => way.Acknowledges || cut != Steps.Acknowledged);
        if (Environment.GetEnvironmentVariable("BOT_FAULTS") is not null) { return all; }
        string[] others = [.. all.Where(cut => cut != Steps.Sent)];
        return [others[Way.All.Select(row => row.Data).ToList().IndexOf(name) % others.Length], Steps.Sent];
    }

    private async Task CrashAsync(Way way, string cut, Queue<Told> unacknowledged)
    {
        using BotProcess bot = Start(way, BotProcess.CrashAt(cut, 1, cut is Steps.Sending or Steps.Sent ? way.Channel : null));
        using CancellationTokenSource dead = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task exit = Task.Run(async () =>
        {
            await bot.ExitAsync(Token);
            await dead.CancelAsync();
        }, Token);
        if (await bot.AddressAsync(Token) is { } address) { await HandAsync(way, address, unacknowledged, dead.Token); }
        await Task.WhenAny(exit, Task.Delay(TimeSpan.FromMinutes(2), Token));
        bot.HasExited.ShouldBeTrue($"The step {cut} was never reached.\n{bot.Errors}");
        bot.ExitCode.ShouldBe(137, bot.Errors);
    }

    private async Task<Accounts> FinishAsync(Way way, Queue<Told> unacknowledged)
    {
        using BotProcess bot = Start(way);
        await HandAsync(way, (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors), unacknowledged, Token);
        unacknowledged.ShouldBeEmpty();
        Accounts accounts = new(_folder.File("bot.db"), way);
        await Eventually.TrueAsync(() => !accounts.IsBusy, "everything is decided and said", TimeSpan.FromMinutes(2));
        await bot.StopAsync(Token);
        bot.ExitCode.ShouldBe(0, bot.Errors);
        return accounts;
    }

    // a vendor that is told nothing gives it once: what the process had not stored when it died is lost to everybody, and said again here
    private async Task<bool> IsStoredAsync(Way way, Told told, CancellationToken dead)
    {
        using Accounts accounts = new(_folder.File("bot.db"), way);
        while (!dead.IsCancellationRequested && !accounts.Has(told)) { await Task.Delay(20, CancellationToken.None); }
        return accounts.Has(told);
    }

    // in their order: the next when the one before is acknowledged
    private async Task HandAsync(Way way, Uri address, Queue<Told> unacknowledged, CancellationToken dead)
    {
        way.Address = address;
        while (!dead.IsCancellationRequested && unacknowledged.TryPeek(out Told? told))
        {
            if (await way.HandAsync(told, dead) && (way.Acknowledges || await IsStoredAsync(way, told, dead))) { unacknowledged.Dequeue(); }
            else { await Task.Delay(50, CancellationToken.None); }
        }
    }

    private BotProcess Start(Way way, params KeyValuePair<string, string>[] more) => BotProcess.Start(
        _folder.Path,
        new Dictionary<string, string>(more.Concat(way.Settings.Select(setting =>
            KeyValuePair.Create($"BOT__{setting.Key.Replace(":", "__", StringComparison.Ordinal)}", setting.Value))))
        {
            ["BOT__Storage__Path"] = _folder.Path,
            ["BOT__Community__Directory"] = _folder.File("community.json"),
            ["BOT__Privacy__Consent"] = "",
            ["DOTNET_TieredPGO"] = "0",
        });
}
