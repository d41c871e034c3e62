using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tests.Generator;

namespace Benchmarks;

/// <summary>Fills a data folder with three years of a town.</summary>
internal static class Town
{
    public const string Admin = "管理员";
    public const string Lead = "陈一";
    private const int Chunk = 2000;
    private const int Days = 3 * 365;
    private const int UnsureEvery = 300;
    private static readonly string[] Staff = [Lead, "周二", "吴三", "郑四", "王五", "冯六", "褚七", "卫八"];

    public static CommunityDirectory Directory(TownGenerator town)
    {
        CommunityDirectory plain = town.Directory;
        string[] groups = [.. plain.Groups.Keys];
        return plain with
        {
            Grids = [.. groups.Chunk(5).Select((few, i) => new Grid($"第{i + 1}网格") { Groups = few, Lead = Staff[i % Staff.Length] })],
            People = [new Person(Admin) { Role = PersonRoles.Admin }, .. Staff.Select(name => new Person(name) { Role = PersonRoles.Grid, Groups = [.. groups.Take(5)] })],
        };
    }

    public static TownGenerator Generator(DateTimeOffset now) =>
        new(seed: 1, now, Days, new TicketDeadlines(new TicketOptions(), CommunityClock.China), Staff);

    public static async Task FillAsync(string data, TownGenerator town, int tickets)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Storage:Path", (string?)data)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        using IHost host = builder.Build();
        await host.StartAsync();
        IDbContextFactory<BotDbContext> contexts = host.Services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        for (int first = 1; first <= tickets; first += Chunk)
        {
            await WriteAsync(contexts, town, first, Math.Min(Chunk, tickets - first + 1));
        }
        await AskAsync(contexts, town);
        await host.StopAsync();
    }

    public static void WriteDirectory(string file, TownGenerator town) => File.WriteAllText(file, DirectoryFile.Write(Directory(town)));

    private static async Task WriteAsync(IDbContextFactory<BotDbContext> contexts, TownGenerator town, int first, int count)
    {
        Ticket[] tickets = [.. Enumerable.Range(first, count).Select(town.Write)];
        Message[][] said = [.. tickets.Select(ticket => TownGenerator.Messages(ticket).ToArray())];
        await using BotDbContext db = await contexts.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(tickets.Cast<object>());
        db.AddRange(said.SelectMany(messages => messages).Cast<object>());
        db.AddRange(tickets.Select(TownGenerator.Receipt).Cast<object>());
        await db.SaveChangesAsync();
        for (int i = 0; i < count; i++)
        {
            foreach ((int place, Message message) in said[i].Index())
            {
                db.Add(TownGenerator.Decide(tickets[i], message, opened: place == 0, unsure: place > 0 && (first + i) % UnsureEvery == 0));
            }
        }
        await db.SaveChangesAsync();
    }

    private static async Task AskAsync(IDbContextFactory<BotDbContext> contexts, TownGenerator town)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync();
        string group = town.Directory.Groups.Keys.First();
        db.AddRange(Enumerable.Range(1, 500).Select(number => new HandOff
        {
            Number = number,
            Question = "尊老金怎么领，要带什么材料",
            Asker = $"住户{number}",
            Group = group,
            Channel = "webchat",
            Conversation = group,
            MessageId = $"q{number}",
            AskedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
            DueAt = DateTimeOffset.UnixEpoch.AddDays(20_001),
            State = number % 10 == 0 ? HandOffState.Waiting : HandOffState.Answered,
        }));
        await db.SaveChangesAsync();
    }
}
