using Bot.Answers;
using Bot.Channels.ChatRecord;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>The program with one person of each role, all in one group, and one matter of each sort in that group and in another.</summary>
public sealed class RoleRig : IAsyncLifetime
{
    public const string OwnGroup = "春和苑一网格群";
    public const string OtherGroup = "梧桐里网格群";

    /// <summary>Words that stand in everything of the other group, and in the private matter of their own.</summary>
    public const string OtherWord = "隔壁群的暗号";
    public const string PrivateWord = "私密的暗号";
    public static readonly string[] Roles = ["admin", "staff", "lead", "grid", "micro", "property", "reader"];
    private int _ids;

    public BotHost Host { get; private set; } = null!;

    /// <summary>Browsers by role; the empty role is nobody.</summary>
    public Dictionary<string, HttpClient> Browsers { get; } = [];

    public Seeded Own { get; private set; } = null!;

    public Seeded Other { get; private set; } = null!;

    public int PrivateTicket { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string NameOf(string role) => $"测试{role}";

    public async ValueTask InitializeAsync()
    {
        Host = await BotHost.StartAsync(change: services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(TriageWorker)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(AlertWorker)));
        });
        foreach (string role in Roles)
        {
            (await Host.Get<CommunityStore>().SavePersonAsync(new Person(NameOf(role)) { Role = role, Groups = [OwnGroup] }, Token)).ShouldBeNull();
            Browsers[role] = await Host.SignInAsync(NameOf(role), role);
        }
        Browsers[""] = Host.NewClient();
        Own = await SeedAsync(OwnGroup, "自己群的话");
        Other = await SeedAsync(OtherGroup, OtherWord);
        PrivateTicket = await Host.Get<WriteQueue>().RunAsync(async (db, token) =>
        {
            int number = await OpenAsync(db, OwnGroup, PrivateWord, token);
            Ticket ticket = (await db.FindTicketAsync(number, token))!;
            ticket.IsPrivate = true;
            return number;
        }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (HttpClient browser in Browsers.Values) { browser.Dispose(); }
        await Host.DisposeAsync();
    }

    /// <summary>One matter of each sort in a group.</summary>
    public Task<Seeded> SeedAsync(string group, string words) => Host.Get<WriteQueue>().RunAsync(async (db, token) =>
    {
        int ticket = await OpenAsync(db, group, words, token);
        Message unsure = Say(db, group, words);
        HandOff question = new() { Number = ++_ids + 500, Question = words, Asker = "住户", Group = group, Channel = "webchat", Conversation = group, MessageId = $"q{_ids}", AskedAt = Now, DueAt = Now };
        PastedRecord record = new() { Group = group, By = "别人", PastedAt = Now, State = RecordState.Taken };
        OutboxMessage draft = new() { Key = $"k{++_ids}", Channel = "webchat", Conversation = group, Text = words, State = OutboxState.Draft };
        db.AddRange(question, record, draft, new AskedQuestion { Question = words, Asker = "住户", Group = group, Channel = "webchat", Conversation = group, MessageId = question.MessageId, Reply = "好", AskedAt = Now });
        await db.SaveChangesAsync(token);
        db.Add(new MessageDecision { MessageSeq = unsure.Seq, Kind = Kind.Chat, Confidence = 0.4, Reason = "", Engine = "test", NeedsReview = true });
        return new Seeded(ticket, unsure.Seq, question.Number, record.Id, draft.Id);
    }, Token);

    private async Task<int> OpenAsync(BotDbContext db, string group, string words, CancellationToken token)
    {
        Message message = Say(db, group, words);
        await db.SaveChangesAsync(token);
        TicketReport report = new() { Group = group, Channel = "webchat", Conversation = group, MessageId = message.MessageId, Sender = "住户", Text = words, Time = Now };
        DbCaseBook book = new(db, Host.Get<CommunityStore>().Current, Host.Get<TicketDeadlines>(), Host.Get<Alerts>(), Host.Get<TicketsChanged>());
        Ticket ticket = await book.OpenAsync(new NewTicket(Category.Living, "电梯", Urgency.Emergency, "3号楼1单元", words, "周敏", [report]), Now, token);
        db.Add(new MessageDecision { MessageSeq = message.Seq, Kind = Kind.Issue, Confidence = 1, Reason = "", Engine = "test", Ticket = ticket.Number, Opened = true });
        return ticket.Number;
    }

    private Message Say(BotDbContext db, string group, string words)
    {
        Message message = new() { Channel = "webchat", Conversation = group, MessageId = $"m{++_ids}", Sender = "住户", Text = words, Time = Now, State = MessageState.Decided };
        db.Add(message);
        return message;
    }

    private DateTimeOffset Now => Host.Get<TimeProvider>().GetUtcNow();
}

/// <summary>Numbers of what lies in one group.</summary>
public sealed record Seeded(int Ticket, long Message, int Question, int Record, long Draft)
{
    /// <summary>What an address of the console numbers by its first word; null for what belongs to no group.</summary>
    public long? Of(string route) => route.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["console", var kind, ..] ? kind switch
    {
        "tickets" or "alerts" or "mine" => Ticket,
        "messages" => Message,
        "questions" => Question,
        "records" => Record,
        "drafts" or "outbox" or "said" => Draft,
        _ => null,
    } : null;
}
