using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage;

namespace Tests.Generator;

/// <summary>Years of a town: tickets with their lives, the messages and decisions behind them, what the bot said. All of it follows from the number.</summary>
public sealed class TownGenerator(int seed, DateTimeOffset now, int days, TicketDeadlines deadlines, IReadOnlyList<string> staff)
{
    public const int ReportsEach = 3;
    private const double StillOpen = 0.03;
    private readonly TicketGenerator _tickets = new(seed, now, daysOld: days);

    public CommunityDirectory Directory => _tickets.Directory;

    public Ticket Write(int number)
    {
        Random random = new((seed * 7_368_787) ^ (number * 104_729));
        Ticket plan = _tickets.Write(number);
        TicketReport first = plan.Reports[0];
        int? earlier = number > 100 && random.Next(30) == 0 ? number - random.Next(1, 90) : null;
        NewTicket opened = new(
            plan.Category, plan.Topic, plan.Urgency is Urgency.Emergency ? Urgency.High : plan.Urgency, plan.Location, null, staff[number % staff.Count], [first], earlier);
        Ticket ticket = Ticket.Open(number, opened, plan.OpenedAt, deadlines);
        for (int i = 1; i < ReportsEach; i++)
        {
            ticket.Join(Again(first, i, random), deadlines);
        }
        Live(ticket, random, staff[(number + 1) % staff.Count]);
        return ticket;
    }

    public static IEnumerable<Message> Messages(Ticket ticket) => ticket.Reports.Select(report => new Message
    {
        Channel = report.Channel,
        Conversation = report.Conversation,
        MessageId = report.MessageId,
        Sender = report.Sender,
        Text = report.Text,
        Time = report.Time,
        State = MessageState.Decided,
    });

    public static MessageDecision Decide(Ticket ticket, Message message, bool opened, bool unsure) => new()
    {
        MessageSeq = message.Seq,
        Kind = Kind.Issue,
        Category = ticket.Category,
        Topic = ticket.Topic,
        Urgency = ticket.Urgency,
        Location = ticket.Location,
        Ticket = unsure ? null : ticket.Number,
        Opened = opened && !unsure,
        Confidence = 0.9,
        Reason = "说了地点和坏了的东西",
        Engine = "generated",
        DecidedAt = message.Time,
        NeedsReview = unsure,
    };

    public static OutboxMessage Receipt(Ticket ticket) => new()
    {
        Key = $"receipt-{ticket.Number}",
        Channel = "webchat",
        Conversation = ticket.Group,
        Text = $"记下了：{ticket.Location}{ticket.Matter}（{ticket.Number}号）。",
        Ticket = ticket.Number,
        State = OutboxState.Sent,
    };

    private static TicketReport Again(TicketReport first, int i, Random random) => new()
    {
        Group = first.Group,
        Channel = first.Channel,
        Conversation = first.Conversation,
        MessageId = $"{first.MessageId}-{i}",
        Sender = $"住户{random.Next(200_000)}",
        Text = $"我家也是，{first.Text}",
        Time = first.Time.AddMinutes(7 * i),
    };

    private void Live(Ticket ticket, Random random, string by)
    {
        DateTimeOffset at = ticket.OpenedAt.AddMinutes(random.Next(5, 900));
        if (random.Next(50) == 0) { ticket.Reject("闲聊", by, at); return; }
        bool open = random.NextDouble() < StillOpen || at > now.AddDays(-3);
        if (open && random.Next(4) == 0) { return; }
        ticket.Accept(by, at);
        if (random.Next(5) > 0) { ticket.Contact("电话说了，今天去看", by, at.AddMinutes(random.Next(1, 2000))); }
        ticket.Dispatch(staff[random.Next(staff.Count)], phoned: false, by, at.AddMinutes(3));
        if (open) { return; }
        DateTimeOffset done = at.AddHours(random.Next(1, 100));
        if (random.Next(20) == 0) { ticket.Close("等大修基金", told: true, by, done); return; }
        ticket.Resolve("换了坏的件，试了三次正常", null, by, done);
        End(ticket, random, by, done);
    }

    private static void End(Ticket ticket, Random random, string by, DateTimeOffset done)
    {
        int answer = random.Next(10);
        if (answer < 6) { ticket.Verify(by, done.AddHours(5)); }
        else if (answer < 9) { ticket.VerifyBySilence(7, done.AddDays(7)); }
        else { return; }
        if (random.Next(3) == 0) { ticket.Rate((Rating)random.Next(3), ticket.Reports[0].Sender, null, by, done.AddDays(7)); }
        ticket.Close(null, told: false, by, done.AddDays(8));
    }
}
