using System.Text.Json;
using Bot.Storage;
using Tests.Support;

namespace Tests.Crash;

/// <summary>The whole program is killed again and again under load; a ledger outside it says what it owes.</summary>
public sealed class CrashTests : IDisposable
{
    private const int RandomKills = 50;
    private const int Seed = 20261121;
    private static readonly string[] NamedSteps =
        [Steps.Stored, Steps.Acknowledged, Steps.Triaged, Steps.TicketSaved, Steps.ReplyQueued, Steps.Sent, Steps.Marked];

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(Seed);
    private readonly Ledger _ledger = new(Seed);
    private readonly ITestOutputHelper _output = TestContext.Current.TestOutputHelper!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing_doubles_nothing_and_leaves_nothing_undone()
    {
        await File.WriteAllTextAsync(_folder.File("community.json"), JsonSerializer.Serialize(Utterance.Community), Token);
        await using (Senders senders = new(_ledger))
        {
            senders.Start();
            await LearnAsync(senders);
            foreach (string step in NamedSteps)
            {
                await CrashAtAsync(senders, step);
            }
            for (int i = 0; i < RandomKills; i++)
            {
                await KillAtRandomAsync(senders, whileStarting: i % 5 == 4);
            }
            await FinishAsync(senders);
        }
        using Books books = new(_folder.File("bot.db"));
        _output.WriteLine(
            $"{RandomKills} random kills and {NamedSteps.Length} at named steps: {_ledger.Acknowledged.Count} messages acknowledged, " +
            $"{_ledger.Duplicates} redeliveries recognised, {books.Tickets} tickets, {books.Replies} replies.");
        books.Faults(_ledger).ShouldBeEmpty();
        books.Tickets.ShouldBeGreaterThan(20);
        books.Replies.ShouldBeGreaterThan(20);
    }

    // The engine is trained once and kept; a program killed before that would begin anew each time
    private async Task LearnAsync(Senders senders)
    {
        using BotProcess bot = Start();
        senders.Address = (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors);
        using Books books = new(_folder.File("bot.db"));
        await WaitAsync(() => books.Decided > 0);
        await bot.KillAsync();
        senders.Address = null;
    }

    private async Task CrashAtAsync(Senders senders, string step)
    {
        using BotProcess bot = Start(BotProcess.CrashAt(step, _random.Next(1, 4)));
        senders.Address = await bot.AddressAsync(Token);
        await Task.WhenAny(bot.ExitAsync(Token), Task.Delay(TimeSpan.FromSeconds(60), Token));
        senders.Address = null;
        bot.HasExited.ShouldBeTrue($"The step {step} was never reached.\n{bot.Errors}");
        bot.ExitCode.ShouldBe(137, bot.Errors);
    }

    private async Task KillAtRandomAsync(Senders senders, bool whileStarting)
    {
        using BotProcess bot = Start();
        if (!whileStarting)
        {
            senders.Address = (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors);
        }
        await Task.Delay(_random.Next(20, whileStarting ? 1500 : 600), Token);
        await bot.KillAsync();
        senders.Address = null;
    }

    private async Task FinishAsync(Senders senders)
    {
        using BotProcess bot = Start();
        senders.TakeNew = false;
        senders.Address = (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors);
        using Books books = new(_folder.File("bot.db"));
        await WaitAsync(() => _ledger.AllAcknowledged && books.Unfinished == 0);
        senders.Address = null;
        await bot.StopAsync(Token);
        bot.ExitCode.ShouldBe(0, bot.Errors);
    }

    // What did not come true in time is told by the books
    private static async Task WaitAsync(Func<bool> condition)
    {
        for (int i = 0; i < 1200 && !condition(); i++)
        {
            await Task.Delay(100, Token);
        }
    }

    private BotProcess Start(params KeyValuePair<string, string>[] more) => BotProcess.Start(
        _folder.Path,
        new Dictionary<string, string>(more)
        {
            ["BOT__Storage__Path"] = _folder.Path,
            ["BOT__Community__Directory"] = _folder.File("community.json"),
            ["BOT__Triage__BurstGapSeconds"] = "20",
            // It lives for seconds: profiling itself for a long life would only cost it time
            ["DOTNET_TieredPGO"] = "0",
        });
}
