using Bot.Grids;
using Bot.Tickets;

namespace Tests.Tickets;

/// <summary>A small community, its clock, and tickets in any state.</summary>
internal static class Given
{
    /// <summary>Saturday 2026-11-21, 15:07 in Shanghai.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 7, 0, TimeSpan.FromHours(8));

    public const string Group = "锦绣苑一网格群";

    public static CommunityClock Clock { get; } = new(CommunityClock.FindZone("Asia/Shanghai"));

    public static TicketDeadlines Deadlines { get; } = new(new TicketOptions(), Clock);

    public static CommunityDirectory Directory { get; } = new()
    {
        Community = "桂花社区",
        Groups = new Dictionary<string, string?> { [Group] = "锦绣苑", ["福安巷群"] = "福安里", ["桂花社区大群"] = null },
        Compounds = [new Compound("锦绣苑"), new Compound("福安里") { Style = "doorplates" }],
        Grids = [new Grid("一网格") { Groups = [Group], Lead = "陈建国", Backup = "周敏" }],
        People =
        [
            new Person("陈建国") { Role = PersonRoles.Grid, Title = "陈网格长", Groups = [Group] },
            new Person("周敏") { Role = PersonRoles.Grid, Title = "周网格员", Groups = [Group] },
            new Person("物业老吴") { Role = PersonRoles.Property, Title = "物业吴师傅", Groups = [Group] },
            new Person("李芳") { Role = PersonRoles.Staff, Title = "李老师" },
            new Person("王主任") { Role = PersonRoles.Admin },
        ],
    };

    public static CommunityDirectory Nobody { get; } = Directory with { Grids = [], People = [] };

    public static TicketReport Report(string text = "电梯咔咔响", string sender = "36-1-502", string id = "m1", DateTimeOffset? at = null) => new()
    {
        Group = Group,
        Channel = "webchat",
        Conversation = Group,
        MessageId = id,
        Sender = sender,
        Text = text,
        Time = at ?? Now,
    };

    public static Ticket Ticket(
        int number = 327,
        Urgency urgency = Urgency.Normal,
        string topic = "电梯",
        string? location = "36号楼1单元",
        string text = "电梯咔咔响",
        string? matter = null,
        string? owner = "陈建国") => Bot.Tickets.Ticket.Open(
            number, new NewTicket(Category.Living, topic, urgency, location, matter, owner, [Report(text, id: $"m{number}")]), Now, Deadlines);

    public static Ticket In(TicketState state, int number = 327)
    {
        Ticket ticket = Ticket(number);
        DateTimeOffset later = Now.AddHours(1);
        _ = state switch
        {
            TicketState.Accepted => ticket.Accept("陈建国", later),
            TicketState.Dispatched => ticket.Dispatch("物业老吴", phoned: false, "陈建国", later),
            TicketState.Claimed => Then(ticket.Dispatch("物业老吴", phoned: false, "陈建国", later), ticket.Claim("物业老吴", later)),
            TicketState.Resolved => ticket.Resolve("换了导靴", null, "陈建国", later),
            TicketState.Verified => Then(ticket.Resolve("换了导靴", null, "陈建国", later), ticket.Verify("陈建国", later)),
            TicketState.Closed => ticket.Close("等大修基金", told: true, "陈建国", later),
            TicketState.Rejected => ticket.Reject("闲聊", "陈建国", later),
            TicketState.Merged => ticket.MergeInto(Ticket(328), "陈建国", later, Deadlines),
            _ => TicketMove.Silent,
        };
        ticket.State.ShouldBe(state);
        return ticket;
    }

    private static TicketMove Then(TicketMove first, TicketMove second) => first.IsDone ? second : first;
}
