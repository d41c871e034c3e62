using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Channels.ChatRecord;
using Bot.Grids;
using Bot.Storage;
using Bot.Triage;
using Microsoft.Data.Sqlite;
using Tests.Support;

namespace Tests.Crash;

/// <summary>The program is killed again and again while it works through a chat record.</summary>
public sealed class RecordCrashTests : IDisposable
{
    private const string Group = "五网格群";
    private const int Lines = 300;
    private const int Seed = 20261121;
    private static readonly string[] Cuts =
        [Steps.Triaged, Steps.TicketSaved, Steps.ReplyQueued, Steps.TicketSaved, Steps.ReplyQueued, Steps.Triaged];

    private readonly TempFolder _folder = new();
    private readonly TempFolder _quiet = new();
    private readonly Random _random = new(Seed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _quiet.Dispose();
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_record_it_goes_on_where_it_was()
    {
        await PrepareAsync();
        foreach (string step in Cuts)
        {
            using BotProcess bot = Start(_folder, BotProcess.CrashAt(step, _random.Next(1, 8)));
            await bot.ExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
            bot.ExitCode.ShouldBe(137, bot.Errors);
        }
        await FinishAsync(_folder);
        await FinishAsync(_quiet);

        List<string> tickets = Rows(_folder, "SELECT m.Sender, m.Text, d.Ticket, d.Opened FROM messages m JOIN decisions d ON d.MessageSeq = m.Seq ORDER BY m.Seq");
        tickets.Count.ShouldBe(Lines);
        tickets.ShouldBe(Rows(_quiet, "SELECT m.Sender, m.Text, d.Ticket, d.Opened FROM messages m JOIN decisions d ON d.MessageSeq = m.Seq ORDER BY m.Seq"));
        List<string> drafts = Rows(_folder, "SELECT Key, State FROM outbox WHERE Channel = 'chatrecord' ORDER BY Key");
        drafts.Count.ShouldBeGreaterThan(10);
        drafts.ShouldBe(Rows(_quiet, "SELECT Key, State FROM outbox WHERE Channel = 'chatrecord' ORDER BY Key"));
        Rows(_folder, "SELECT Number FROM tickets WHERE (SELECT count(*) FROM decisions WHERE Ticket = Number AND Opened) <> 1").ShouldBeEmpty();
    }

    // The record is stored by a program that does not triage; another folder gets the same, to be worked through in peace
    private async Task PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("community.json"), JsonSerializer.Serialize(Utterance.Community), Token);
        await using (BotHost host = await BotHost.StartAsync(
            _folder.Path, change: services => services.Remove(services.Single(service => service.ImplementationType == typeof(TriageWorker))),
            settings: ("Community:Directory", _folder.File("community.json"))))
        {
            PasteResult pasted = await host.Get<PasteRecordHandler>().HandleAsync(new PasteRecord(Text(), Group, new Scope("王芳", Groups: null)), Token);
            int id = pasted.Id.ShouldNotBeNull(pasted.Refusal);
            (await host.Get<TakeRecordHandler>().HandleAsync(new TakeRecord(id, 0, new Scope("王芳", Groups: null)), Token)).ShouldBe(TakeOutcome.Taken);
            (await host.Get<TakeRecordHandler>().HandleAsync(new TakeRecord(id, 0, new Scope("王芳", Groups: null)), Token)).ShouldBe(TakeOutcome.TakenBefore);
        }
        foreach (string file in Directory.GetFiles(_folder.Path, "bot.db*").Append(_folder.File("community.json")))
        {
            File.Copy(file, _quiet.File(Path.GetFileName(file)));
        }
        TrainedEngine.PutInto(_quiet.Path);
    }

    private string Text()
    {
        StringBuilder text = new();
        DateTime time = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        for (int i = 0; i < Lines; i++)
        {
            Utterance said = Utterance.Number(i, _random);
            time = time.AddSeconds(_random.Next(2, 90));
            text.Append(CultureInfo.InvariantCulture, $"{said.Person} {time:yyyy-MM-dd HH:mm:ss}\n{said.Text}\n\n");
        }
        return text.ToString();
    }

    private static async Task FinishAsync(TempFolder folder)
    {
        using BotProcess bot = Start(folder);
        for (int i = 0; i < 600 && Rows(folder, "SELECT Seq FROM messages WHERE State = 0 UNION ALL SELECT Id FROM outbox WHERE State < 2").Count > 0; i++)
        {
            await Task.Delay(100, Token);
        }
        await bot.AddressAsync(Token);
        await bot.StopAsync(Token);
    }

    private static BotProcess Start(TempFolder folder, params KeyValuePair<string, string>[] more) => BotProcess.Start(
        folder.Path,
        new Dictionary<string, string>(more)
        {
            ["BOT__Storage__Path"] = folder.Path,
            ["BOT__Community__Directory"] = folder.File("community.json"),
            ["DOTNET_TieredPGO"] = "0",
        });

    private static List<string> Rows(TempFolder folder, string sql)
    {
        using SqliteConnection connection = new($"Data Source={folder.File("bot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read()) { rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)))); }
        return rows;
    }
}
