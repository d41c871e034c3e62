using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>What comes back after it was over or put off: who hears of it.</summary>
public sealed class ComebackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Danger_that_comes_back_calls_people_again_with_the_same_line_as_the_first_time(bool reported)
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency, topic: "燃气");
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "关了阀门"), Token);
        (await rig.AlertsAsync()).ShouldBeEmpty();
        rig.Clock.Advance(TimeSpan.FromHours(3));
        TicketReport word = Given.Report("又闻到煤气味了", "小林", "m9", rig.Now);
        TicketMove move = await rig.SayAsync(number, ticket => reported
            ? ticket.Join(word, Given.Deadlines)
            : ticket.Hear(FollowUp.NotFixed, word, pointed: false, Given.Deadlines));
        move.Heard.ShouldBe(Heard.Emergency);
        Alert again = (await rig.AlertsAsync()).ShouldHaveSingleItem();
        again.Text.ShouldContain("小林说：“又闻到煤气味了”");
        Ticket ticket = await rig.TicketAsync(number);
        new TicketReplies(Given.Directory, Given.Clock).For(move.Heard, ticket, "小林", rig.Now).ShouldNotBeNull().ShouldContain("闻到燃气味");
        (await rig.SaidAsync()).Count(row => row.Conversation == "私信:陈建国").ShouldBe(2, "the first call and the second, and not the same once more as owner");
    }

    [Fact]
    public async Task Each_round_of_calls_tells_the_place_as_it_is_known_by_then()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency, topic: "燃气", location: null);
        await rig.SayAsync(number, ticket => ticket.Locate("3号楼2单元", "36-1-502", rig.Now));
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        (await rig.RepeatAlertsAsync()).ShouldBe(1);
        string[] calls = [.. (await rig.SaidAsync()).Select(row => row.Text)];
        calls[0].ShouldContain("地点不详");
        calls[1].ShouldContain("3号楼2单元 燃气异味");
    }

    [Fact]
    public async Task Owner_and_assignee_hear_that_it_was_not_done()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await DoneByAsync(rig, "物业老吴");
        await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.NotFixed, Given.Report("没好", id: "w", at: rig.Now), pointed: true, Given.Deadlines));
        (await rig.SaidAsync()).Where(row => row.Text.Contains("居民说没好", StringComparison.Ordinal)).Select(row => row.Conversation)
            .ShouldBe(["私信:物业老吴", "私信:陈建国"]);
    }

    [Fact]
    public async Task Handed_out_again_by_a_person_the_group_hears_the_new_time_and_whoever_has_it_hears_why()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await DoneByAsync(rig, "物业老吴");
        int said = (await rig.SaidAsync()).Count;
        (await rig.Get<ReopenTicketHandler>().HandleAsync(new ReopenTicket(number, int.MaxValue, "陈建国", "去看了还在响"), Token)).IsDone.ShouldBeTrue();
        (await rig.SaidAsync()).Skip(said).Select(row => $"{row.Conversation} {row.Text}").ShouldBe([
            "私信:物业老吴 【1号】陈建国重新交办：36号楼1单元电梯异响，去看了还在响。后天下午6点前要回话。",
            "锦绣苑一网格群 【1号】36号楼1单元电梯异响：重新交办了。陈网格长后天下午6点前回您。"]);
    }

    [Fact]
    public async Task Not_content_before_anyone_confirmed_tells_who_is_in_charge_and_no_silence_verifies_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await DoneByAsync(rig, "物业老吴");
        await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.Unsatisfied, Given.Report("不满意", id: "w", at: rig.Now), pointed: true, Given.Deadlines));
        (await rig.SaidAsync()).Where(row => row.Text.Contains("居民不满意", StringComparison.Ordinal)).Select(row => row.Conversation)
            .ShouldBe(["私信:物业老吴", "私信:陈建国"]);
        rig.Clock.Advance(TimeSpan.FromDays(5));
        await rig.Get<DueDesk>().RunAsync(Token);
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.LookAt).ShouldBe((TicketState.Resolved, null));
    }

    [Fact]
    public async Task Only_who_reported_it_rates_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await DoneByAsync(rig, "物业老吴");
        await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.Satisfied, Given.Report("满意", "路人", "w", rig.Now), pointed: true, Given.Deadlines));
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Ratings.Count, ticket.History[^1].Kind).ShouldBe((TicketState.Resolved, 0, TicketEventKind.Noted));
    }

    [Fact]
    public async Task What_waits_for_an_answer_is_woken_by_a_resident_and_not_by_staff()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<SnoozeTicketHandler>().HandleAsync(new SnoozeTicket(number, 1, "陈建国", Until: null), Token);
        await rig.SayAsync(number, ticket => ticket.Log(StaffWord.Progress, Given.Report("师傅在路上", "物业老吴", "s", rig.Now)));
        (await rig.TicketAsync(number)).SnoozedForReply.ShouldBeTrue();
        (await rig.SaidAsync()).ShouldBeEmpty();
        await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.Update, Given.Report("明天我在家", id: "w", at: rig.Now), pointed: true, Given.Deadlines));
        (await rig.TicketAsync(number)).SnoozedForReply.ShouldBeFalse();
        OutboxMessage told = (await rig.SaidAsync()).ShouldHaveSingleItem();
        told.Conversation.ShouldBe("私信:陈建国");
        told.Text.ShouldContain("居民回话了，不用再等。36-1-502说：“明天我在家”");
    }

    [Fact]
    public async Task Who_asks_after_what_was_taken_for_no_matter_is_not_dropped()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, 1, "周敏", "玩笑"), Token);
        TicketMove move = await rig.SayAsync(
            number, ticket => ticket.Hear(FollowUp.NotFixed, Given.Report("1号怎么还没修", id: "w", at: rig.Now), pointed: true, Given.Deadlines));
        Ticket ticket = await rig.TicketAsync(number);
        new TicketReplies(Given.Directory, Given.Clock).For(move.Heard, ticket, "小林", rig.Now).ShouldBeNull();
        OutboxMessage told = (await rig.SaidAsync()).ShouldHaveSingleItem();
        (told.Conversation, ticket.State).ShouldBe(("私信:陈建国", TicketState.Rejected));
        told.Text.ShouldContain("标为不是诉求，居民还在说");
    }

    private static async Task<int> DoneByAsync(TicketRig rig, string person)
    {
        int number = await rig.OpenAsync();
        await rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, 1, "陈建国", person), Token);
        (await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, int.MaxValue, person, "换了导靴"), Token)).IsDone.ShouldBeTrue();
        return number;
    }
}
