using System.Text.Json;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.SecondOpinion;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.SecondOpinion;

/// <summary>The whole program with a model's stub; what the engine was unsure of is put into its tables, so that no engine decides the test.</summary>
public sealed class OpinionRig : IAsyncDisposable
{
    public const string Group = "春和苑一网格群";
    private static int _messages;

    public ModelStub Stub { get; }

    public ManualTimeProvider Clock { get; } = new();

    public BotHost Host { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OpinionRig(ModelStub stub) => Stub = stub;

    /// <param name="folder">The data folder; a temporary one when null.</param>
    /// <param name="triage">Whether the engine runs too.</param>
    public static async Task<OpinionRig> StartAsync(string? folder = null, bool triage = false, params (string Key, string Value)[] settings)
    {
        OpinionRig rig = new(await ModelStub.StartAsync());
        await rig.StartHostAsync(folder, triage, settings);
        return rig;
    }

    public async Task StartHostAsync(string? folder, bool triage = false, params (string Key, string Value)[] settings) =>
        Host = await BotHost.StartAsync(folder, Clock, services =>
        {
            if (!triage) { services.Remove(services.Single(service => service.ImplementationType == typeof(TriageWorker))); }
        }, [.. Stub.Settings, ("Ai:Retries", "0"), ("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01"), .. settings]);

    /// <summary>A message the engine was not sure of, noted to be asked about as triage notes it.</summary>
    public async Task<long> WonderAsync(
        string text = "楼上半夜总拖椅子", string sender = "2-2-1101豆豆妈", DoubtSort doubt = DoubtSort.Unsure, string? location = "2号楼2单元", bool noted = true)
    {
        Message message = Said(text, sender);
        await WriteAsync((db, _) => Task.FromResult(db.Add(message)));
        await WriteAsync((db, _) =>
        {
            db.Add(new MessageDecision
            {
                MessageSeq = message.Seq,
                Kind = Kind.Chat,
                Topic = "噪声",
                Location = location,
                Confidence = 0.4,
                Reason = "拿不准",
                Engine = "test",
                NeedsReview = doubt == DoubtSort.Unsure,
                DecidedAt = Clock.GetUtcNow(),
            });
            if (noted)
            {
                DoubtBook book = Host.Get<DoubtBook>();
                db.Add(book.Row(message.Seq, [], doubt, Kind.Chat));
                db.AfterCommit(book.Noted.Set);
            }
            return Task.FromResult(true);
        });
        return message.Seq;
    }

    public async Task<long> HearAsync(string text, string sender)
    {
        Message message = Said(text, sender);
        await WriteAsync((db, _) => Task.FromResult(db.Add(message)));
        return message.Seq;
    }

    public Task<int> OpenAsync(string text = "楼上太吵", string sender = "3-1-502", string topic = "噪声", string? location = "3号楼1单元", Urgency urgency = Urgency.Normal) =>
        WriteAsync(async (db, token) =>
        {
            Message message = Said(text, sender);
            db.Add(message);
            TicketReport report = new() { Group = Group, Channel = "webchat", Conversation = Group, MessageId = message.MessageId, Sender = sender, Text = text, Time = message.Time };
            DbCaseBook book = new(db, Host.Get<CommunityStore>().Current, Host.Get<TicketDeadlines>(), Host.Get<Alerts>(), Host.Get<TicketsChanged>());
            return (await book.OpenAsync(new NewTicket(Category.Living, topic, urgency, location, null, "陈秀兰", [report]), Clock.GetUtcNow(), token)).Number;
        });

    /// <summary>Waits until the matter is settled, one way or the other.</summary>
    public async Task<AskedOpinion> SettledAsync(long seq)
    {
        await Eventually.TrueAsync(async () => (await OpinionAsync(seq)) is { State: not OpinionState.Waiting }, $"message {seq} is settled");
        return (await OpinionAsync(seq))!;
    }

    /// <summary>The same, while the clock runs.</summary>
    public async Task<AskedOpinion> SettledInTimeAsync(long seq, TimeSpan step)
    {
        await Eventually.TrueAsync(async () =>
        {
            AskedOpinion? opinion = await OpinionAsync(seq);
            // in small steps while a request may be under way: it would run out of time
            Clock.Advance(opinion?.NextAt > Clock.GetUtcNow() ? step : TimeSpan.FromMilliseconds(20));
            return opinion is { State: not OpinionState.Waiting };
        }, $"message {seq} is settled");
        return (await OpinionAsync(seq))!;
    }

    public Task<AskedOpinion?> OpinionAsync(long seq) => ReadAsync(db => db.Set<AskedOpinion>().FirstOrDefaultAsync(opinion => opinion.MessageSeq == seq, Token));

    public Task<MessageDecision> DecisionAsync(long seq) => ReadAsync(db => db.Set<MessageDecision>().SingleAsync(decision => decision.MessageSeq == seq, Token));

    public Task<Ticket> TicketAsync(int number) => ReadAsync(db => db.Set<Ticket>().Include(ticket => ticket.Reports).SingleAsync(ticket => ticket.Number == number, Token));

    public Task<int> TicketsAsync() => ReadAsync(db => db.Set<Ticket>().CountAsync(Token));

    public Task<List<string>> ToldAsync() => ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Conversation == Group).Select(row => row.Text).ToListAsync(Token));

    public Task<HttpClient> WorkerAsync() => Host.SignInAsync("陈秀兰", Access.Worker);

    public Task<T> WriteAsync<T>(Func<BotDbContext, CancellationToken, Task<T>> work) => Host.Get<WriteQueue>().RunAsync(work, Token);

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }

    /// <summary>The words of the last request, both messages.</summary>
    public string Asked() => string.Join('\n', JsonDocument.Parse(Stub.Received.Last()).RootElement.GetProperty("messages").EnumerateArray()
        .Select(message => message.GetProperty("content").GetString()));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stub.DisposeAsync();
    }

    private Message Said(string text, string sender) => new()
    {
        Channel = "webchat",
        Conversation = Group,
        MessageId = $"o{Interlocked.Increment(ref _messages)}",
        Sender = sender,
        Text = text,
        Time = Clock.GetUtcNow(),
        State = MessageState.Decided,
    };
}
