using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets;

public sealed class AlertTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_lead_is_called_at_once_every_two_minutes_then_the_backup_too_until_知道了()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency, topic: "燃气");
        for (int round = 2; round <= 4; round++)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(119));
            (await rig.RepeatAlertsAsync()).ShouldBe(0);
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            (await rig.RepeatAlertsAsync()).ShouldBe(1);
        }

        List<OutboxMessage> said = await rig.SaidAsync();
        said.Select(row => row.Key).ShouldBe(["alert:1:1:webchat:陈建国", "alert:1:2:webchat:陈建国", "alert:1:3:webchat:陈建国", "alert:1:4:webchat:陈建国", "alert:1:4:webchat:周敏"]);
        said[0].Conversation.ShouldBe("私信:陈建国");
        said[0].Text.ShouldBe("⚠️紧急【1号】锦绣苑一网格群 36号楼1单元 燃气异味。36-1-502说：“电梯咔咔响”。请在今天下午4点7分前处理，看到请回“知道了”。");

        AlertCalls.IsAcknowledgement("知道了，马上到！").ShouldBeTrue();
        (await rig.Get<AcknowledgeAlertHandler>().HandleAsync(new AcknowledgeAlert("周敏"), Token)).ShouldBe([number]);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        (await rig.RepeatAlertsAsync()).ShouldBe(0);
        (await rig.AlertsAsync()).ShouldBeEmpty();
        (await rig.TicketAsync(number)).History[^1].Kind.ShouldBe(TicketEventKind.Acknowledged);
    }

    [Theory]
    [InlineData("知道了", true)]
    [InlineData("知道了，马上到，不用催", true)]
    [InlineData("嗯收到", true)]
    [InlineData("我已经在路上了", true)]
    [InlineData("ok", true)]
    [InlineData("不知道在哪栋", false)]
    [InlineData("我没收到照片", false)]
    [InlineData("我来不了", false)]
    [InlineData("谁到了？", false)]
    [InlineData("facebook", false)]
    [InlineData("", false)]
    public void Only_a_clear_word_ends_a_call(string text, bool ends) => AlertCalls.IsAcknowledgement(text).ShouldBe(ends);

    [Fact]
    public async Task The_calls_go_up_to_the_community_and_the_time_to_answer_is_kept()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency);
        for (int round = 2; round <= 8; round++)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(2));
            (await rig.RepeatAlertsAsync()).ShouldBe(1);
        }
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        (await rig.Get<AcknowledgeAlertHandler>().HandleAsync(new AcknowledgeAlert("李芳"), Token)).ShouldBe([number]);
        Alert alert = await rig.Host.ReadAsync(db => db.Set<Alert>().SingleAsync(Token));
        alert.Calls.Select(call => (call.Person, call.Round, (call.At - alert.RaisedAt).TotalMinutes)).ShouldBe([
            ("陈建国", 1, 0d), ("周敏", 4, 6d), ("李芳", 7, 12d), ("王主任", 7, 12d)]);
        alert.Calls.ShouldAllBe(call => call.Ways.Single() == "webchat");
        (alert.AcknowledgedBy, alert.TimeToAnswer, alert.Rounds).ShouldBe(("李芳", TimeSpan.FromMinutes(15), 8));
    }

    [Fact]
    public void Whoever_is_on_duty_is_called_first_and_named_in_the_group()
    {
        CommunityDirectory duty = Given.Directory with { Duty = [new DutyShift("一网格", "周敏") { From = "15:00", To = "16:00" }] };
        Called(duty, 1).ShouldBe("周敏");
        Called(duty, 4).ShouldBe("周敏 陈建国");
        Ticket ticket = Given.Ticket(urgency: Urgency.Emergency, topic: "燃气", text: "煤气味好大");
        new TicketReplies(duty, Given.Clock).Opening(ticket, "小林", Given.Now).ShouldContain("已发紧急提醒给周网格员");
        new TicketReplies(duty, Given.Clock).Opening(ticket, "小林", Given.Now.AddHours(2)).ShouldContain("已发紧急提醒给陈网格长");
    }

    [Fact]
    public async Task A_restart_in_between_sends_nothing_twice_and_forgets_nothing()
    {
        using TempFolder folder = new();
        ManualTimeProvider clock = new(Given.Now);
        await using (TicketRig before = await TicketRig.StartAsync(folder, clock: clock)) { await before.OpenAsync(Urgency.Emergency); }
        clock.Advance(TimeSpan.FromMinutes(1));
        await using (TicketRig early = await TicketRig.StartAsync(folder, clock: clock)) { (await early.RepeatAlertsAsync()).ShouldBe(0); }
        clock.Advance(TimeSpan.FromMinutes(30));
        await using TicketRig after = await TicketRig.StartAsync(folder, clock: clock);
        (await after.RepeatAlertsAsync()).ShouldBe(1);
        (await after.RepeatAlertsAsync()).ShouldBe(0);
        (await after.SaidAsync()).Select(row => row.Key).ShouldBe(["alert:1:1:webchat:陈建国", "alert:1:2:webchat:陈建国"]);
    }

    [Fact]
    public async Task The_worker_repeats_by_itself()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder, worker: true);
        await rig.OpenAsync(Urgency.Emergency);
        await Eventually.TrueAsync(async () =>
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(5));
            return (await rig.SaidAsync()).Any(row => row.Key == "alert:1:3:webchat:陈建国");
        }, "a third call");
    }

    [Fact]
    public async Task Whoever_takes_charge_of_the_ticket_ends_its_calls()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency);
        await rig.Get<CorrectTicketHandler>().HandleAsync(new CorrectTicket(number, 1, "周敏", new TicketCorrection(Location: "3号楼")), Token);
        (await rig.AlertsAsync()).Count.ShouldBe(1);
        await rig.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, 2, "周敏", "演习"), Token);
        (await rig.AlertsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ticket_that_becomes_an_emergency_calls_once()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.SayAsync(number, ticket => ticket.Raise(Urgency.Emergency, "小林", rig.Now, Given.Deadlines));
        await rig.SayAsync(number, _ => TicketMove.Say(Heard.BecameEmergency));
        (await rig.AlertsAsync()).Single().Ticket.ShouldBe(number);
        (await rig.SaidAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_was_not_called_acknowledges_nothing_on_the_private_line_but_the_console_can()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency);
        (await rig.Get<AcknowledgeAlertHandler>().HandleAsync(new AcknowledgeAlert("周敏"), Token)).ShouldBeEmpty();
        (await rig.Get<AcknowledgeAlertHandler>().HandleAsync(new AcknowledgeAlert("周敏", number), Token)).ShouldBe([number]);
    }

    [Theory]
    [InlineData(1, "陈建国")]
    [InlineData(3, "陈建国")]
    [InlineData(4, "陈建国 周敏")]
    [InlineData(6, "陈建国 周敏")]
    [InlineData(7, "陈建国 周敏 李芳 王主任")]
    public void The_backup_is_called_after_three_and_the_community_after_six(int round, string names) =>
        Called(Given.Directory, round).ShouldBe(names);

    [Fact]
    public void An_empty_roster_calls_the_community_and_a_lead_without_backup_gets_it_next()
    {
        Called(Given.Directory with { Grids = [] }, 1).ShouldBe("李芳 王主任");
        Called(Given.Directory with { Grids = [new Grid("一") { Groups = [Given.Group], Lead = "陈建国" }] }, 4).ShouldBe("陈建国 李芳 王主任");
        Called(Given.Directory with { Grids = [new Grid("一") { Groups = [Given.Group], Backup = "周敏" }] }, 1).ShouldBe("周敏");
        Called(Given.Nobody, 1).ShouldBe("");
    }

    private static string Called(CommunityDirectory directory, int round) =>
        string.Join(' ', AlertCalls.Recipients(directory, Given.Group, round, new AlertOptions(), Given.Now, Given.Clock));
}
