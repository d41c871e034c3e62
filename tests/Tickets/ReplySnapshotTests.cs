using Bot.Grids;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Tickets;

public sealed class ReplySnapshotTests
{
    private static readonly TicketReplies Replies = new(Given.Directory, Given.Clock);

    [Fact]
    public void Receipts() => Check("receipts",
        ("一般，知道地点", Receipt(Given.Ticket())),
        ("较急", Receipt(Given.Ticket(urgency: Urgency.High, topic: "漏水", text: "天花板滴水", location: "3号楼2单元501室"))),
        ("不急", Receipt(Given.Ticket(urgency: Urgency.Low, topic: "适老化", text: "能不能加个扶手", location: "5号楼门口"))),
        ("不知道地点", Receipt(Given.Ticket(location: null))),
        ("不知道地点，门牌街巷", Receipt(In(Given.Ticket(location: null), "福安巷群"))),
        ("不知道地点，社区大群", Receipt(In(Given.Ticket(location: null), "桂花社区大群"))),
        ("事情不在哪一处", Receipt(Given.Ticket(topic: "帮困", text: "低保户揭不开锅", location: null))),
        ("说不清的事", Receipt(Given.Ticket(topic: "其他", text: "你们看着办", location: "2号楼"))),
        ("地点已含事情的头几个字", Receipt(Given.Ticket(topic: "积水", text: "地下车库积水了", location: "地下车库"))),
        ("没有网格长", new TicketReplies(Given.Nobody, Given.Clock).Opening(Given.Ticket(owner: null), "36-1-502", Given.Now)),
        ("昵称叫所有人", Replies.Opening(Given.Ticket(), "所有人", Given.Now)));

    [Fact]
    public void Emergencies() => Check("emergencies",
    [
        .. Enum.GetValues<EmergencySort>().SelectMany(sort => new (string, string?)[]
        {
            ($"{sort}，知道地点", EmergencyReplies.First(sort, 327, placeKnown: true, "陈网格长")),
            ($"{sort}，不知道地点", EmergencyReplies.First(sort, 327, placeKnown: false, "陈网格长")),
        }),
        ("由工单变紧急", Replies.For(Heard.BecameEmergency, Given.Ticket(urgency: Urgency.Emergency, topic: "燃气"), "小林", Given.Now)),
        ("只有管理员", Emergency(Given.Directory with { Grids = [] })),
        ("没有网格长，有后备", Emergency(Given.Directory with { Grids = [new Grid("一") { Groups = [Given.Group], Backup = "周敏" }] })),
        ("谁也没有", Emergency(Given.Nobody)),
        ("谁也没有，由工单变紧急", new TicketReplies(Given.Nobody, Given.Clock).For(
            Heard.BecameEmergency, Given.Ticket(urgency: Urgency.Emergency, topic: "燃气", location: null), "小林", Given.Now)),
    ]);

    [Fact]
    public void Follow_ups() => Check("follow-ups",
        ("催办", After(Given.Ticket(), FollowUp.Urge)),
        ("催办，说好的时间已过", After(Given.Ticket(), FollowUp.Urge, Given.Now.AddDays(2))),
        ("办好前说没好", After(Given.Ticket(), FollowUp.NotFixed)),
        ("办好后说没好", After(Given.In(TicketState.Resolved), FollowUp.NotFixed)),
        ("更重了", After(Given.Ticket(), FollowUp.Worse)),
        ("办好后更重了", After(Given.In(TicketState.Resolved), FollowUp.Worse)),
        ("又坏了，还在办", After(Given.Ticket(), FollowUp.Relapse)),
        ("又坏了，办结后", After(Given.In(TicketState.Closed), FollowUp.Relapse)),
        ("问过后说好了", After(Given.In(TicketState.Resolved), FollowUp.Verified)),
        ("没问过就说好了", After(Given.Ticket(), FollowUp.Verified)),
        ("撤回", After(Given.Ticket(), FollowUp.Withdrawn)),
        ("问过后说好了一半", After(Given.In(TicketState.Resolved), FollowUp.HalfDone)),
        ("没问过就说好了一半", After(Given.Ticket(), FollowUp.HalfDone)),
        ("满意", After(Given.In(TicketState.Verified), FollowUp.Satisfied)),
        ("不满意", After(Given.In(TicketState.Verified), FollowUp.Unsatisfied)),
        ("补充", After(Given.Ticket(), FollowUp.Update)),
        ("接单", Replies.For(Given.Ticket().Claim(Given.Report("我来", "小林")).Heard, Given.Ticket(), "小林", Given.Now)));

    [Fact]
    public void Results() => Check("results",
        ("办好了，请确认", Replies.For(Heard.Resolved, Given.In(TicketState.Resolved), "36-1-502", Given.Now)),
        ("办好了，三人反映", Replies.For(Heard.Resolved, Several(), "36-1-502", Given.Now)),
        ("好了一半", Replies.For(Heard.HalfDone, Half(), "36-1-502", Given.Now)),
        ("改时间", Replies.For(Heard.PromiseChanged, Moved(), "36-1-502", Given.Now)),
        ("办好了，没有地点", Replies.For(Heard.Resolved, Given.Ticket(location: null), "36-1-502", Given.Now)),
        ("没办成", Replies.For(Heard.ClosedUnfixed, Given.In(TicketState.Closed), "36-1-502", Given.Now)),
        ("作废", Replies.For(Heard.Silent, Given.In(TicketState.Rejected), "36-1-502", Given.Now)),
        ("并入", Replies.For(Heard.Silent, Given.In(TicketState.Merged), "36-1-502", Given.Now)));

    [Fact]
    public void Private_matters_are_named_nowhere() => Check("private-matters",
    [
        .. Enum.GetValues<Heard>().Where(heard => heard is not (Heard.Emergency or Heard.BecameEmergency)).Select(heard =>
        {
            Ticket ticket = Given.Ticket(topic: "纠纷", text: "楼上两口子打架摔东西，要离婚", location: "36号楼1单元502室");
            ticket.HalfDone("老李家还没谈拢", "陈建国", Given.Now.AddHours(1), Given.Deadlines);
            (ticket.Reason, ticket.IsPrivate) = ("他家不肯谈", true);
            string? said = Replies.For(heard, ticket, "小林", Given.Now.AddHours(1));
            (said ?? "").ShouldNotContain("502室");
            (said ?? "").ShouldNotContain("老李");
            (said ?? "").ShouldNotContain("不肯");
            return (heard.ToString(), said);
        }),
    ]);

    [Fact]
    public void Private_lines() => Check("private-lines",
        ("紧急", AlertCalls.Text(Given.Ticket(urgency: Urgency.Emergency, topic: "燃气", text: "楼道里好重的煤气味"), Given.Clock, Given.Now)),
        ("紧急，第二次", AlertCalls.InRound(AlertCalls.Text(Given.Ticket(urgency: Urgency.Emergency, location: null), Given.Clock, Given.Now), 2)),
        ("重开", AlertCalls.ForOwner(Given.Ticket(), AlertCalls.Trouble(Heard.Reopened)!, Given.Clock, Given.Now)),
        ("更重了", AlertCalls.ForOwner(Given.Ticket(), AlertCalls.Trouble(Heard.Worse)!, Given.Clock, Given.Now)),
        ("又坏了", AlertCalls.ForOwner(Given.Ticket(), AlertCalls.Trouble(Heard.Relapsed)!, Given.Clock, Given.Now)));

    [Fact]
    public void Named() => Check("named", ("被点名", NamedReplies.Here), ("身份证号", NamedReplies.Privacy));

    private static void Check(string name, params (string, string?)[] lines) => Snapshot.Check("Tickets", name, lines);

    private static string Receipt(Ticket ticket) => Replies.Opening(ticket, "36-1-502", Given.Now);

    private static string Emergency(CommunityDirectory directory) => new TicketReplies(directory, Given.Clock)
        .Opening(Given.Ticket(urgency: Urgency.Emergency, topic: "急病"), "小林", Given.Now);

    private static Ticket In(Ticket ticket, string group)
    {
        ticket.Group = group;
        return ticket;
    }

    private static Ticket Several()
    {
        Ticket ticket = Given.Ticket();
        ticket.Join(Given.Report("我们这也是", "36-1-601", "m2"), Given.Deadlines);
        ticket.Join(Given.Report("同一部电梯", "36-1-701", "m3"), Given.Deadlines);
        ticket.Resolve("换了导靴", null, "陈建国", Given.Now);
        return ticket;
    }

    private static Ticket Half()
    {
        Ticket ticket = Given.Ticket();
        ticket.HalfDone("轿厢灯没换", "陈建国", Given.Now, Given.Deadlines);
        return ticket;
    }

    private static Ticket Moved()
    {
        Ticket ticket = Given.Ticket();
        ticket.ChangePromise(Given.Now.AddDays(2), "要等配件，厂家周一发货", tell: true, "陈建国", Given.Now, Given.Deadlines);
        return ticket;
    }

    private static string? After(Ticket ticket, FollowUp said, DateTimeOffset? at = null)
    {
        DateTimeOffset now = at ?? Given.Now.AddHours(2);
        TicketMove move = ticket.Hear(said, Given.Report("……", "小林", "w", now), pointed: false, Given.Deadlines);
        return Replies.For(move.Heard, ticket, "小林", now);
    }
}
