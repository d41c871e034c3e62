using Bot.Answers;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>The whole program with its sample community; what it hears is put into its tables, so no engine needs to train.</summary>
public sealed class ConsoleRig : IAsyncLifetime
{
    public const string Group = "春和苑一网格群";
    public const string Lead = "陈秀兰";
    private static int _messages;

    public BotHost Host { get; private set; } = null!;

    /// <summary>A browser of the administrator.</summary>
    public HttpClient Admin { get; private set; } = null!;

    /// <summary>A browser of a grid lead.</summary>
    public HttpClient Worker { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await BotHost.StartAsync(change: services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(TriageWorker)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(AlertWorker)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(DueWorker)));
        });
        Admin = await Host.SignInAsync("管理员", Access.Admin);
        Worker = await Host.SignInAsync(Lead, Access.Worker);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        Worker.Dispose();
        await Host.DisposeAsync();
    }

    public Task<T> WriteAsync<T>(Func<BotDbContext, CancellationToken, Task<T>> work) => Host.Get<WriteQueue>().RunAsync(work, Token);

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }

    /// <summary>A ticket as triage opens it.</summary>
    public Task<int> OpenAsync(
        string text = "电梯又坏了", string sender = "3-1-502", Urgency urgency = Urgency.Normal, string? location = "3号楼1单元", string? matter = null) =>
        WriteAsync(async (db, token) =>
        {
            Message message = Said(text, sender);
            db.Add(message);
            TicketReport report = new()
            {
                Group = Group,
                Channel = message.Channel,
                Conversation = message.Conversation,
                MessageId = message.MessageId,
                Sender = sender,
                Text = text,
                Time = message.Time,
            };
            DbCaseBook book = new(
                db, Host.Get<CommunityStore>().Current, Host.Get<TicketDeadlines>(), Host.Get<Alerts>(), Host.Get<TicketsChanged>());
            NewTicket opened = new(Category.Living, "电梯", urgency, location, matter, Lead, [report]);
            return (await book.OpenAsync(opened, Now, token)).Number;
        });

    /// <summary>A message the engine was not sure of.</summary>
    public async Task<long> WonderAsync(string text = "楼上总拖椅子", string sender = "2-2-1101豆豆妈")
    {
        long seq = await HearAsync(text, sender);
        await WriteAsync((db, _) =>
        {
            db.Add(new MessageDecision { MessageSeq = seq, Kind = Kind.Chat, Topic = "噪声", Confidence = 0.4, Reason = "可能是诉求", Engine = "test", NeedsReview = true });
            return Task.FromResult(true);
        });
        return seq;
    }

    public async Task<long> HearAsync(string text, string sender)
    {
        Message message = Said(text, sender);
        await WriteAsync((db, _) => Task.FromResult(db.Add(message)));
        return message.Seq;
    }

    /// <summary>A question handed to a person.</summary>
    public Task<int> AskAsync(string question = "尊老金怎么领") => WriteAsync(async (db, token) =>
    {
        DbQuestionBook book = new(db, Host.Get<CommunityStore>().Current, Host.Get<AnswerHours>(), Host.Get<HandOffsChanged>());
        NewQuestion asked = new(question, "5幢老赵头", Group, "webchat", Group, $"q{Interlocked.Increment(ref _messages)}");
        return (await book.HandOffAsync(asked, Now, token)).Number;
    });

    public Task<Ticket> TicketAsync(int number) => ReadAsync(db =>
        db.Set<Ticket>().Include(ticket => ticket.Reports).Include(ticket => ticket.History).AsSplitQuery().SingleAsync(ticket => ticket.Number == number, Token));

    public Task<Ticket> TicketWithRatingsAsync(int number) => ReadAsync(db =>
        db.Set<Ticket>().Include(ticket => ticket.Ratings).SingleAsync(ticket => ticket.Number == number, Token));

    public Task<List<OutboxMessage>> ToldAsync(int number) => ReadAsync(db =>
        db.Set<OutboxMessage>().Where(row => row.Ticket == number && row.Conversation == Group).OrderBy(row => row.Id).ToListAsync(Token));

    private DateTimeOffset Now => Host.Get<TimeProvider>().GetUtcNow();

    private Message Said(string text, string sender) => new()
    {
        Channel = "webchat",
        Conversation = Group,
        MessageId = $"c{Interlocked.Increment(ref _messages)}",
        Sender = sender,
        Text = text,
        Time = Now,
        State = MessageState.Decided,
    };
}
