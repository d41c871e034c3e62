using System.Text.Json;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Tests.Support;

namespace Tests.Crash;

/// <summary>Notices to many groups fall due again and again while the program is killed in the middle of sending them.</summary>
public sealed class NoticeCrashTests : IDisposable
{
    private const int Groups = 200;
    private const int RandomKills = 12;
    private const int Seed = 20261125;

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(Seed);
    private int _notices;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => _folder.File("bot.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_in_the_middle_of_a_notice_every_group_hears_it_exactly_once()
    {
        await File.WriteAllTextAsync(_folder.File("community.json"), JsonSerializer.Serialize(Community), Token);
        TrainedEngine.PutInto(_folder.Path);
        using (BotProcess first = Start())
        {
            (await first.AddressAsync(Token)).ShouldNotBeNull(first.Errors);
            await first.StopAsync(Token);
        }
        foreach ((string step, int count) in new[] { (Steps.NoticeEnqueued, 1), (Steps.NoticeStored, 1), (Steps.Sent, 70), (Steps.Marked, 90), (Steps.NoticeEnqueued, 1) })
        {
            await PlanAsync();
            using BotProcess bot = Start(BotProcess.CrashAt(step, count));
            await Task.WhenAny(bot.ExitAsync(Token), Task.Delay(TimeSpan.FromSeconds(60), Token));
            bot.HasExited.ShouldBeTrue($"The step {step} was never reached.\n{bot.Errors}");
        }
        for (int i = 0; i < RandomKills; i++)
        {
            await PlanAsync();
            using BotProcess bot = Start();
            (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors);
            await Task.Delay(_random.Next(900), Token);
            await bot.KillAsync();
        }
        await FinishAsync();
        using Books books = new(Database);
        books.Faults(new Ledger(Seed)).ShouldBeEmpty();
        books.Replies.ShouldBe(_notices * Groups);
        (await NumberAsync("SELECT count(*) FROM notice_runs WHERE Outcome = 1")).ShouldBe(_notices, "each of them late, once");
    }

    private static object Community => new
    {
        community = "试验社区",
        groups = Enumerable.Range(1, Groups).ToDictionary(i => $"{i}网格群", _ => (string?)null),
        people = new[] { new { name = "王芳", role = "admin" } },
    };

    private async Task FinishAsync()
    {
        using BotProcess bot = Start();
        (await bot.AddressAsync(Token)).ShouldNotBeNull(bot.Errors);
        for (int i = 0; i < 600 && await NumberAsync("SELECT (SELECT count(*) FROM notices WHERE State = 1) + (SELECT count(*) FROM outbox WHERE State <> 2)") > 0; i++)
        {
            await Task.Delay(100, Token);
        }
        await bot.StopAsync(Token);
        bot.ExitCode.ShouldBe(0, bot.Errors);
    }

    /// <summary>A notice whose time passed a minute ago, written while the program is down.</summary>
    private async Task PlanAsync()
    {
        long planned = TimeProvider.System.GetUtcNow().AddMinutes(-2).ToUnixTimeSeconds() * 1000;
        await NumberAsync(
            $"""
            INSERT INTO notices (Number, Title, Text, Groups, OnceAt, LateMinutes, AtNight, State, HandledTo, CreatedBy, CreatedAt, ChangedBy, ChangedAt, Version)
            VALUES ({++_notices}, '停水', '今晚请存水', '[]', {planned}, 600, 1, 1, {planned - 1}, '王芳', 0, '王芳', 0, 0) RETURNING 1
            """);
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using SqliteConnection connection = new($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(Token);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants and numbers of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    private BotProcess Start(params KeyValuePair<string, string>[] more) => BotProcess.Start(
        _folder.Path,
        new Dictionary<string, string>(more)
        {
            ["BOT__Storage__Path"] = _folder.Path,
            ["BOT__Community__Directory"] = _folder.File("community.json"),
        });
}
