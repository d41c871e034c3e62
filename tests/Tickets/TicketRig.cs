using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Messaging;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>Tickets and questions on a real SQLite file with the small community and a clock that stands still.</summary>
internal sealed class TicketRig(StorageHost host, ManualTimeProvider clock) : IAsyncDisposable
{
    public ManualTimeProvider Clock => clock;

    public StorageHost Host => host;

    public DateTimeOffset Now => clock.GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TicketRig> StartAsync(
        TempFolder folder, CommunityDirectory? directory = null, ManualTimeProvider? clock = null, bool worker = false,
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        string file = folder.File("community.json");
        await File.WriteAllTextAsync(file, DirectoryFile.Write(directory ?? Given.Directory), Token);
        ManualTimeProvider time = clock ?? new ManualTimeProvider(Given.Now);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        StorageHost host = await StorageHost.StartAsync(folder.Path, time, services =>
        {
            services.AddGrids();
            services.AddTickets(configuration);
            services.AddAnswers(configuration);
            more?.Invoke(services);
            // what is said stays where it was put, to be read
            services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxSender)));
            services.AddSingleton<IChannel>(new StubChannel("webchat"));
            if (!worker)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(AlertWorker)));
                services.Remove(services.Single(service => service.ImplementationType == typeof(DueWorker)));
            }
        }, ("Community:Sample", "false"), ("Community:Directory", file));
        return new TicketRig(host, time);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Opens a ticket the way triage does.</summary>
    public Task<int> OpenAsync(
        Urgency urgency = Urgency.Normal, string id = "m1", string conversation = Given.Group, string topic = "电梯", string? location = "36号楼1单元") =>
        host.Writes.RunAsync(async (db, token) =>
        {
            TicketReport report = Given.Report(id: id, at: Now);
            report.Conversation = conversation;
            NewTicket matter = new(Category.Living, topic, urgency, location, null, "陈建国", [report]);
            return (await Book(db).OpenAsync(matter, Now, token)).Number;
        }, Token);

    /// <summary>Tells a conversation that it was written down, and until when somebody answers.</summary>
    public Task<bool> ReceiptAsync(int number, string conversation = Given.Group, OutboxState state = OutboxState.Sent) => host.Writes.RunAsync(async (db, token) =>
    {
        Ticket ticket = (await db.FindTicketAsync(number, token)).ShouldNotBeNull();
        db.Add(new OutboxMessage
        {
            Key = $"receipt:{number}:{conversation}",
            Channel = "webchat",
            Conversation = conversation,
            Text = "记下了",
            Ticket = number,
            Promises = ticket.PromisedAt,
            State = state,
            CreatedAt = Now,
            NextAttemptAt = Now,
            SentAt = state == OutboxState.Sent ? Now : null,
        });
        return true;
    }, Token);

    /// <summary>All that is due to be said is said.</summary>
    public Task<int> SendAsync() => host.Writes.RunAsync((db, token) =>
    {
        DateTimeOffset now = Now;
        return db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued && row.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.SentAt, now), token);
    }, Token);

    public Task<int[]> OpenTwoAsync() => host.Writes.RunAsync(async (db, token) =>
    {
        DbCaseBook book = Book(db);
        NewTicket matter = new(Category.Living, "燃气", Urgency.Emergency, null, null, null, [Given.Report()]);
        Ticket first = await book.OpenAsync(matter, Now, token);
        Ticket second = await book.OpenAsync(matter with { Reports = [Given.Report(id: "m2")] }, Now, token);
        return new[] { first.Number, second.Number };
    }, Token);

    /// <summary>Lets a word of the group work on a ticket.</summary>
    public Task<TicketMove> SayAsync(int number, Func<Ticket, TicketMove> move) => host.Writes.RunAsync(async (db, token) =>
    {
        DbCaseBook book = Book(db);
        Ticket ticket = (await book.FindAsync(number, token)).ShouldNotBeNull();
        TicketMove result = move(ticket);
        await book.TellPeopleAsync(ticket, result, Now, token);
        return result;
    }, Token);

    public Task<Ticket> TicketAsync(int number) => host.ReadAsync(async db => (await db.FindTicketAsync(number, Token)).ShouldNotBeNull());

    public Task<List<OutboxMessage>> SaidAsync() => host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Id).ToListAsync(Token));

    public Task<List<Alert>> AlertsAsync() => host.ReadAsync(db => db.OpenAlerts().ToListAsync(Token));

    public Task<int> RepeatAlertsAsync() => host.Writes.RunAsync(
        (db, token) => Get<Alerts>().RepeatDueAsync(db, Get<CommunityStore>().Current, Now, token), Token);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private DbCaseBook Book(BotDbContext db) =>
        new(db, Get<CommunityStore>().Current, Get<TicketDeadlines>(), Get<Alerts>(), Get<TicketsChanged>());
}
