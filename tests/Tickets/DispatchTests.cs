using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>派单, 接单, 退回, 转办 on stored tickets: who hears of it, who may, and what stays as it is.</summary>
public sealed class DispatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_assignee_hears_place_matter_and_deadline_and_the_group_nothing()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        DateTimeOffset due = (await rig.TicketAsync(number)).DueAt;

        (await DispatchAsync(rig, number, 1, "物业老吴")).IsDone.ShouldBeTrue();
        (await rig.Get<ClaimTicketHandler>().HandleAsync(new ClaimTicket(number, 2, "物业老吴"), Token)).IsDone.ShouldBeTrue();

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee, ticket.Dispatcher, ticket.Owner, ticket.DueAt).ShouldBe((TicketState.Claimed, "物业老吴", "周敏", "陈建国", due));
        ticket.History.Select(line => (line.Kind, line.By, line.Note)).Skip(1)
            .ShouldBe([(TicketEventKind.Dispatched, "周敏", "物业老吴"), (TicketEventKind.Claimed, "物业老吴", null)]);
        OutboxMessage told = (await rig.SaidAsync()).ShouldHaveSingleItem();
        told.Conversation.ShouldBe("私信:物业老吴");
        told.Text.ShouldBe("【1号】周敏派给您：36号楼1单元电梯异响，后天下午6点前要回话。请到后台“我的”里接单。");
    }

    [Fact]
    public async Task What_is_returned_goes_back_to_whoever_gave_it_with_the_reason()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await DispatchAsync(rig, number, 1, "物业老吴");
        ReturnTicketHandler handler = rig.Get<ReturnTicketHandler>();

        (await handler.HandleAsync(new ReturnTicket(number, 2, "李芳", "不归他管"), Token)).Message.ShouldBe("1号在物业老吴手里，要换人请用转办");
        (await handler.HandleAsync(new ReturnTicket(number, 2, "物业老吴", " "), Token)).Message.ShouldBe("请写一句为什么退回");
        (await handler.HandleAsync(new ReturnTicket(number, 2, "物业老吴", "电梯归维保公司管"), Token)).IsDone.ShouldBeTrue();

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee, ticket.Owner).ShouldBe((TicketState.Accepted, null, "陈建国"));
        (await rig.SaidAsync())[^1].ShouldSatisfyAllConditions(
            row => row.Conversation.ShouldBe("私信:周敏"), row => row.Text.ShouldBe("【1号】物业老吴退回了：电梯归维保公司管。请另派。"));
    }

    [Fact]
    public async Task Passed_on_to_another_both_hear_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await DispatchAsync(rig, number, 1, "物业老吴");
        ReassignTicketHandler handler = rig.Get<ReassignTicketHandler>();

        (await DispatchAsync(rig, number, 2, "李芳")).Message.ShouldBe("1号已派给物业老吴，要换人请用转办");
        (await handler.HandleAsync(new ReassignTicket(number, 1, "陈建国", "李芳"), Token)).Message.ShouldBe("周敏刚改过，看看差别再保存");
        (await handler.HandleAsync(new ReassignTicket(number, 2, "陈建国", "李芳"), Token)).IsDone.ShouldBeTrue();

        (await rig.TicketAsync(number)).ShouldSatisfyAllConditions(
            ticket => (ticket.State, ticket.Assignee, ticket.Dispatcher).ShouldBe((TicketState.Dispatched, "李芳", "陈建国")),
            ticket => ticket.History[^1].Note.ShouldBe("物业老吴 → 李芳"));
        (await rig.SaidAsync()).Select(row => row.Conversation).ShouldBe(["私信:物业老吴", "私信:李芳", "私信:物业老吴"]);
    }

    [Fact]
    public async Task Someone_without_an_account_is_told_by_telephone_and_it_stays_dispatched()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        (await DispatchAsync(rig, number, 1, "自来水公司刘师傅")).Message.ShouldBe("名单里没有自来水公司刘师傅，打过电话的话请用电话派");
        (await DispatchAsync(rig, number, 1, new string('长', 21), phoned: true)).Message.ShouldBe("名字请写在20字以内");
        (await DispatchAsync(rig, number, 1, "自来水公司刘师傅", phoned: true)).IsDone.ShouldBeTrue();

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee, ticket.IsPhoned).ShouldBe((TicketState.Dispatched, "自来水公司刘师傅", true));
        (await rig.SaidAsync()).ShouldBeEmpty();
        (await rig.Get<ReturnTicketHandler>().HandleAsync(new ReturnTicket(number, 2, "周敏", "来不了"), Token)).IsDone.ShouldBeTrue();
        (await rig.TicketAsync(number)).History[^1].Note.ShouldBe("自来水公司刘师傅：来不了");
    }

    [Fact]
    public async Task Not_fixed_after_all_it_waits_for_the_same_person_again()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await DispatchAsync(rig, number, 1, "物业老吴");
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 2, "物业老吴"), Token);
        await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.NotFixed, Given.Report("没好", id: "w", at: rig.Now), pointed: false, Given.Deadlines));

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee, ticket.TakenAt).ShouldBe((TicketState.Dispatched, "物业老吴", null));
    }

    [Fact]
    public async Task Dispatching_an_emergency_ends_its_calls()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency);
        (await rig.AlertsAsync()).ShouldNotBeEmpty();
        await DispatchAsync(rig, number, 1, "物业老吴");
        (await rig.AlertsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void The_usual_person_stands_first()
    {
        Ticket living = Given.Ticket();
        Ticket relief = Given.Ticket(topic: "帮困");
        relief.Category = Category.Relief;

        Names(living, []).ShouldBe(["物业老吴", "周敏", "陈建国", "李芳"]);
        Names(relief, []).ShouldBe(["周敏", "陈建国", "物业老吴", "李芳"]);
        Names(living, [("李芳", "噪声"), ("周敏", "电梯"), ("李芳", "停车")]).Take(2).ShouldBe(["周敏", "李芳"]);

        static IEnumerable<string> Names(Ticket ticket, (string, string)[] past) =>
            Assignments.Choices(Given.Directory, ticket, past).Select(person => person.Name);
    }

    [Fact]
    public async Task Words_longer_than_the_page_takes_are_refused_with_their_length()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        string much = new('啊', 501);
        (await rig.Get<NoteTicketHandler>().HandleAsync(new NoteTicket(number, 1, "周敏", much), Token)).Message.ShouldBe("请写在500字以内，现在有501字");
        (await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "周敏", much), Token)).Outcome.ShouldBe(TicketOutcome.Refused);
        (await rig.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, 1, "周敏", much), Token)).Outcome.ShouldBe(TicketOutcome.Refused);
        (await rig.Get<CloseTicketHandler>().HandleAsync(new CloseTicket(number, 1, "周敏", much, Told: false), Token)).Outcome.ShouldBe(TicketOutcome.Refused);
        (await rig.Get<CorrectTicketHandler>().HandleAsync(
            new CorrectTicket(number, 1, "周敏", new TicketCorrection(Location: much)), Token)).Outcome.ShouldBe(TicketOutcome.Refused);
        (await rig.TicketAsync(number)).Version.ShouldBe(1);
    }

    private static Task<TicketResult> DispatchAsync(TicketRig rig, int number, int version, string to, bool phoned = false) =>
        rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, version, "周敏", to, phoned), Token);
}
