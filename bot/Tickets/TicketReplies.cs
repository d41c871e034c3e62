using Bot.Grids;
using Bot.Messaging;

namespace Bot.Tickets;

/// <summary>What the group hears of a ticket: pure text from the ticket, the directory and the time.</summary>
public sealed class TicketReplies(CommunityDirectory directory, CommunityClock clock)
{
    /// <summary>Longest reason of a close that the group is told.</summary>
    public const int ReasonLength = 40;

    private const string AnyWorker = "网格员";

    internal const string AskRating = "方便的话回一个词：满意、基本满意、不满意。";

    // A question of rules or of help happens nowhere in particular
    private static readonly HashSet<string> Placeless =
    [
        "社保", "医保", "养老", "户籍", "证件", "物业费", "补贴", "教育", "办事", "宣传", "托幼", "就医", "帮困", "助老", "活动室", "卫生", "通信", "快递",
    ];

    /// <summary>The reply to a move; null for silence.</summary>
    /// <param name="to">Nickname of the one whose words caused it.</param>
    public string? For(Heard heard, Ticket ticket, string to, DateTimeOffset now) =>
        (ticket.IsPrivate ? PrivateTicketReplies.For(heard, ticket, to, Who(ticket), clock, now) : null) ?? Open(heard, ticket, to, now);

    private string? Open(Heard heard, Ticket ticket, string to, DateTimeOffset now) => heard switch
    {
        Heard.Receipt => Receipt(ticket, to, now),
        Heard.Emergency => EmergencyReplies.First(SortOf(ticket), ticket.Number, ticket.Location is not null, Alerted(ticket.Group, now)),
        Heard.BecameEmergency => EmergencyReplies.Became(SortOf(ticket), ticket.Number, ticket.Location is not null, Alerted(ticket.Group, now)),
        Heard.Urged => Urged(ticket, now),
        Heard.Reopened => $"{Tag(ticket)}明白，还没好，已重新交办。{Promise(ticket, now)}。",
        Heard.Worse => $"{Tag(ticket)}记下了，情况更重了，{Passed(ticket)}。{Promise(ticket, now)}。",
        Heard.Relapsed => $"{Tag(ticket)}记下了，又出问题了，{Passed(ticket)}。{Promise(ticket, now)}。",
        Heard.HalfDone => $"{Tag(ticket)}{Matter(ticket)}：好了一半，还剩{Sentence(ticket.Left)}{Promise(ticket, now)}。",
        Heard.HalfReopened => $"{Tag(ticket)}记下了，好了一半，剩下的已重新交办。{Promise(ticket, now)}。",
        Heard.PromiseChanged => $"{Tag(ticket)}{Matter(ticket)}：时间有变，改到{clock.Say(ticket.PromisedAt, now)}前回您，{Sentence(PromiseReason(ticket))}抱歉。",
        Heard.Claimed => $"{SafeWords.Call(to)}谢谢您来帮忙！{Tag(ticket)}{Who(ticket)}会私下联系您。",
        Heard.Resolved => $"{Tag(ticket)}{PlaceAndMatter(ticket)}处理好了{Several(ticket)}。好了回“{ticket.Number}好了”，没好回“{ticket.Number}没好”。",
        Heard.Thanked => $"{Tag(ticket)}谢谢您确认，这件事办结了。{AskRating}",
        Heard.PlaceAsked => $"{Tag(ticket)}{Matter(ticket)}：{PlaceQuestion(ticket)}",
        Heard.HandedOn => HandedOn(ticket, now),
        Heard.HandedAgain => $"{Tag(ticket)}{PlaceAndMatter(ticket)}：重新交办了。{Promise(ticket, now)}。",
        Heard.ClosedUnfixed => $"{Tag(ticket)}{PlaceAndMatter(ticket)}这次没能办成：{Sentence(ticket.Reason)}抱歉，有变化再告诉大家。",
        _ => null,
    };

    /// <summary>The reply that opens a ticket: a receipt, or the line of an emergency.</summary>
    public string Opening(Ticket ticket, string to, DateTimeOffset now) =>
        For(ticket.Urgency == Urgency.Emergency ? Heard.Emergency : Heard.Receipt, ticket, to, now)!;

    /// <summary>The time that a line about the ticket promises whoever hears it; null when it names none.</summary>
    public static DateTimeOffset? PromiseIn(string line, Ticket ticket, CommunityClock clock, DateTimeOffset at) =>
        line.Contains(clock.Say(ticket.PromisedAt, at) + "前", StringComparison.Ordinal) ? ticket.PromisedAt : null;

    /// <summary>To one who wants a human and has told a matter: its owner, by the time promised.</summary>
    public string PersonCalled(Ticket ticket, DateTimeOffset now) => $"{Tag(ticket)}已转{Who(ticket)}，{clock.Say(ticket.PromisedAt, now)}前联系您。";

    /// <summary>Whoever answers for the ticket, as the group calls them.</summary>
    public string Who(Ticket ticket) =>
        SafeWords.Clean(ticket.Owner is { } owner ? directory.TitleOf(owner) : Lead(ticket.Group), 12) is { Length: > 0 } name ? name : AnyWorker;

    private string Lead(string group) =>
        directory.LeadOf(group) is { } lead ? lead.Title ?? lead.Name : AnyWorker;

    private string? Alerted(string group, DateTimeOffset now)
    {
        Person? person = AlertCalls.First(directory, group, now, clock);
        if (person is not null) { return SafeWords.Clean(person.Title ?? person.Name, 12); }
        return directory.Administrators().Count > 0 ? "社区值班人员" : null;
    }

    private string Receipt(Ticket ticket, string to, DateTimeOffset now) =>
        $"{SafeWords.Call(to)}记下了：{PlaceAndMatter(ticket)}（{ticket.Number}号）。{AskPlace(ticket)}{Promise(ticket, now)}。";

    private string Urged(Ticket ticket, DateTimeOffset now) => ticket.PromisedAt > ticket.DueAt
        ? $"{Tag(ticket)}{Matter(ticket)}：让您久等了，抱歉。已再催{Who(ticket)}，{clock.Say(ticket.PromisedAt, now)}前回您。"
        : $"{Tag(ticket)}{Matter(ticket)}：收到，已催{Who(ticket)}，{clock.Say(ticket.PromisedAt, now)}前回您。";

    private string HandedOn(Ticket ticket, DateTimeOffset now)
    {
        string? phone = directory.PartnerNamed(ticket.Assignee)?.Phone;
        string call = phone is null ? "" : $"请打{phone}报小区和楼号。";
        return $"{Matter(ticket)}归{SafeWords.Clean(ticket.Assignee, 20)}管，{call}我先记下（{ticket.Number}号），{clock.Say(ticket.PromisedAt, now)}前再问您好了没有。";
    }

    private static string Several(Ticket ticket) => ticket.ReporterCount > 1 ? $"（{ticket.ReporterCount}人反映过）" : "";

    private static string? PromiseReason(Ticket ticket) =>
        ticket.History.LastOrDefault(line => line.Kind == TicketEventKind.PromiseChanged)?.Note?.Split('，', 2)[^1];

    private static string Passed(Ticket ticket) =>
        ticket.History[^1].Kind == TicketEventKind.Reopened ? "已重新交办" : "已再催办";

    private string Promise(Ticket ticket, DateTimeOffset now) => SafeWords.Join(Who(ticket), clock.Say(ticket.PromisedAt, now)) + "前回您";

    private string AskPlace(Ticket ticket)
    {
        if (ticket.Location is not null || Placeless.Contains(ticket.Topic)) { return ""; }
        return !directory.IsCommunityWide(ticket.Group) && directory.CompoundOf(ticket.Group)?.Buildings.Count == 1 ? "" : PlaceQuestion(ticket);
    }

    private string PlaceQuestion(Ticket ticket)
    {
        if (directory.IsCommunityWide(ticket.Group)) { return "请问是哪个小区几号楼几单元？"; }
        return directory.CompoundOf(ticket.Group) switch
        {
            { Style: "doorplates" } => "请问是哪条街巷几号？",
            { Buildings.Count: 1 } => "请问是几单元几楼？",
            _ => "请问是几号楼几单元？",
        };
    }

    private static string Tag(Ticket ticket) => $"【{ticket.Number}号】";

    private static string PlaceAndMatter(Ticket ticket)
    {
        string place = SafeWords.Clean(ticket.Location, 24);
        string matter = Matter(ticket);
        if (matter == MatterName.Unknown && place.Length > 0) { return place + "的事"; }
        int shared = Math.Min(place.Length, matter.Length);
        while (shared > 0 && !place.EndsWith(matter[..shared], StringComparison.Ordinal)) { shared--; }
        return SafeWords.Join(place, matter[shared..]);
    }

    private static string Matter(Ticket ticket) =>
        SafeWords.Clean(ticket.Matter, 12) is { Length: > 0 } named ? named : MatterName.Unknown;

    private static string Sentence(string? reason) => SafeWords.Clean(reason, ReasonLength).TrimEnd('。', '.', '！', '!') + "。";

    private static EmergencySort SortOf(Ticket ticket) =>
        EmergencySorts.Of(ticket.Topic, string.Join('\n', ticket.Reports.Select(report => report.Text)));
}
