using System.Data.Common;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets.Deadlines;

/// <summary>What falls due: who hears of it, what the group hears, and that nobody hears it twice.</summary>
public sealed class DueDeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promise_is_reminded_of_then_missed_apologised_for_once_and_goes_up_a_level()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        await OpenAsync(rig);
        (await SaidAtAsync(rig, "2026-11-24 14:29")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-24 14:30")).ShouldBe(["私信:陈建国 【1号】36号楼1单元电梯异响：答应今天下午3点前回话，还没有联系记录。"]);
        (await SaidAtAsync(rig, "2026-11-24 14:40")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-24 15:00")).ShouldBe([
            "锦绣苑一网格群 【1号】说好今天下午3点回您，没做到，抱歉。已报社区，明天上午9点前给您准信。",
            "私信:陈建国 【1号】36号楼1单元电梯异响：说好今天下午3点回话，已经过了。已改口明天上午9点前，请马上联系反映人。",
            "私信:李芳 【1号】报到社区，现在由您负责：36号楼1单元电梯异响，说好的时间过了还没回话。"]);
        (await SaidAtAsync(rig, "2026-11-24 15:10")).ShouldBeEmpty();

        Ticket ticket = await rig.TicketAsync(1);
        (ticket.Level, ticket.Owner, ticket.State).ShouldBe((EscalationLevel.Community, "李芳", TicketState.Captured));
        ticket.History.Select(line => line.Kind).ShouldBe([TicketEventKind.Opened, TicketEventKind.PromiseMissed, TicketEventKind.Escalated]);
        (await SaidAtAsync(rig, "2026-11-25 08:30")).Single().ShouldStartWith("私信:李芳 【1号】36号楼1单元电梯异响：答应今天上午9点前回话");
    }

    [Fact]
    public async Task Promises_that_are_broken_again_and_again_are_not_repeated_for_ever()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        await OpenAsync(rig);
        for (int day = 24; day <= 30; day++)
        {
            for (int hour = 8; hour <= 20; hour++) { await SaidAtAsync(rig, $"2026-11-{day} {hour:00}:00"); }
        }
        (await rig.SaidAsync()).Count(row => row.Key.StartsWith("late:", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_spoke_in_time_hears_nothing_until_it_must_be_done()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        int number = await OpenAsync(rig);
        (await rig.Get<ContactReporterHandler>().HandleAsync(new ContactReporter(number, 1, "陈建国", "说好周五来"), Token)).IsDone.ShouldBeTrue();
        (await SaidAtAsync(rig, "2026-11-24 15:00")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-12-01 15:00")).Single().ShouldBe("私信:陈建国 【1号】36号楼1单元电梯异响：明天下午3点前要办完，办不完请改时间并告诉居民。");
        (await SaidAtAsync(rig, "2026-12-02 15:00")).ShouldBe([
            "私信:陈建国 【1号】36号楼1单元电梯异响：今天下午3点该办完，已经过了。请尽快办，或者改时间并告诉居民。",
            "私信:李芳 【1号】报到社区，现在由您负责：36号楼1单元电梯异响，该办完的时间过了。"]);
    }

    [Fact]
    public async Task A_promise_changed_in_time_is_the_one_that_counts()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        int number = await OpenAsync(rig);
        ChangePromise change = new(number, 1, "陈建国", At("2026-11-25 10:00"), "等配件");
        (await rig.Get<ChangePromiseHandler>().HandleAsync(change, Token)).IsDone.ShouldBeTrue();
        (await rig.SaidAsync()).Last().Text.ShouldContain("改到后天上午10点前回您，等配件。");
        (await SaidAtAsync(rig, "2026-11-24 15:00")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-25 09:30")).Single().ShouldContain("答应今天上午10点前回话");
        (await SaidAtAsync(rig, "2026-11-25 10:00")).ShouldContain(line => line.StartsWith("锦绣苑一网格群 【1号】说好今天上午10点回您，没做到"));
    }

    [Fact]
    public async Task At_night_nothing_is_said_and_in_the_morning_each_person_hears_one_line()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 19:40");
        for (int i = 1; i <= 3; i++) { await OpenAsync(rig, Urgency.High, id: $"m{i}"); }
        (await SaidAtAsync(rig, "2026-11-23 21:16")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-24 02:00")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-24 07:29")).ShouldBeEmpty();
        string[] morning = await SaidAtAsync(rig, "2026-11-24 07:30");
        morning.Where(line => line.StartsWith("私信", StringComparison.Ordinal)).ShouldBe([
            "私信:陈建国 有3件要您跟一下：1号11月23日晚上9点半该回话没回；2号11月23日晚上9点半该回话没回；3号11月23日晚上9点半该回话没回。详情在后台“我的”。",
            "私信:李芳 有3件要您跟一下：1号报到社区，由您负责；2号报到社区，由您负责；3号报到社区，由您负责。详情在后台“我的”。"]);
        morning.Count(line => line.StartsWith(Given.Group, StringComparison.Ordinal)).ShouldBe(3);
        morning.Length.ShouldBe(5);
    }

    [Fact]
    public async Task An_emergency_reminds_people_at_night_and_leaves_the_group_its_sleep()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 22:00");
        int number = await OpenAsync(rig, Urgency.Emergency);
        (await rig.Get<AcknowledgeAlertHandler>().HandleAsync(new AcknowledgeAlert("陈建国", number), Token)).ShouldBe([number]);
        (await SaidAtAsync(rig, "2026-11-23 22:45")).Single().ShouldStartWith("私信:陈建国 【1号】");
        (await SaidAtAsync(rig, "2026-11-23 23:00")).Select(line => line[..6]).ShouldBe(["私信:陈建国", "私信:李芳 "]);
    }

    [Fact]
    public async Task A_group_hears_at_most_six_late_notes_an_hour()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 10:00");
        for (int i = 1; i <= 8; i++) { await OpenAsync(rig, Urgency.High, id: $"m{i}"); }
        (await SaidAtAsync(rig, "2026-11-23 12:00")).Count(line => line.StartsWith(Given.Group, StringComparison.Ordinal)).ShouldBe(6);
        (await SaidAtAsync(rig, "2026-11-23 12:30")).ShouldBeEmpty();
        (await SaidAtAsync(rig, "2026-11-23 13:00")).Count(line => line.StartsWith(Given.Group, StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_restart_forgets_nothing_and_says_nothing_twice()
    {
        using TempFolder folder = new();
        ManualTimeProvider clock = new(At("2026-11-23 15:07"));
        await using (TicketRig before = await TicketRig.StartAsync(folder, clock: clock))
        {
            await OpenAsync(before);
            (await SaidAtAsync(before, "2026-11-24 15:00")).Length.ShouldBe(3);
        }
        await using TicketRig after = await TicketRig.StartAsync(folder, clock: clock);
        (await SaidAtAsync(after, "2026-11-24 15:01")).ShouldBeEmpty();
        (await SaidAtAsync(after, "2026-11-25 09:00")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_crash_undid_is_done_once_afterwards()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        await OpenAsync(rig);
        rig.Clock.AdvanceTo(At("2026-11-24 15:00"));
        await Should.ThrowAsync<IOException>(rig.Host.Writes.RunAsync(async (db, token) =>
        {
            await rig.Get<DueDesk>().RunAsync(db, [1], rig.Now, token);
            await db.SaveChangesAsync(token);
            throw new IOException("the power went");
        }, Token));
        (await rig.SaidAsync()).ShouldHaveSingleItem("the receipt");
        (await SaidAtAsync(rig, "2026-11-24 15:00")).Length.ShouldBe(3);
        await Task.WhenAll(rig.Get<DueDesk>().RunAsync(Token), rig.Get<DueDesk>().RunAsync(Token));
        (await rig.SaidAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_ticket_that_cannot_be_worked_on_holds_back_no_other()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        int broken = await OpenAsync(rig);
        int sound = await OpenAsync(rig, id: "m2");
        await rig.Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlAsync($"UPDATE tickets SET Urgency = 99 WHERE Number = {broken}", token), Token);
        (await SaidAtAsync(rig, "2026-11-24 15:00")).ShouldContain(line => line.Contains($"【{sound}号】", StringComparison.Ordinal));
        rig.Clock.AdvanceTo(At("2026-11-24 15:30"));
        (await rig.Get<DueDesk>().NextAsync(Token)).ShouldNotBeNull().ShouldBeGreaterThan(At("2026-11-24 15:30"));
    }

    [Fact]
    public async Task What_was_put_off_comes_back_and_a_silence_verifies()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        int number = await OpenAsync(rig);
        await rig.Get<SnoozeTicketHandler>().HandleAsync(new SnoozeTicket(number, 1, "陈建国", At("2026-11-23 18:00")), Token);
        (await SaidAtAsync(rig, "2026-11-23 18:00")).ShouldBe(["私信:陈建国 【1号】到时间了：您放到稍后的36号楼1单元电梯异响。"]);
        (await rig.TicketAsync(number)).IsSnoozed.ShouldBeFalse();

        int version = (await rig.TicketAsync(number)).Version;
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, version, "陈建国", "换了导靴"), Token);
        int said = (await rig.SaidAsync()).Count;
        await SaidAtAsync(rig, "2026-11-23 18:01");
        await SaidAtAsync(rig, "2026-11-26 18:00");
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Resolved);
        await SaidAtAsync(rig, "2026-11-26 18:01");
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.VerifiedHow, ticket.LookAt).ShouldBe((TicketState.Verified, Verification.Silence, null));
        (await rig.SaidAsync()).Count.ShouldBe(said);
    }

    [Fact]
    public async Task Looking_costs_no_scan()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 15:07");
        (await rig.Host.ReadAsync(PlanAsync)).ShouldContain("IX_tickets_look");
    }

    private static async Task<string> PlanAsync(BotDbContext db)
    {
        await db.Database.OpenConnectionAsync(Token);
        using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN SELECT * FROM tickets WHERE LookAt IS NOT NULL AND LookAt <= $now ORDER BY LookAt LIMIT 200";
        DbParameter now = command.CreateParameter();
        (now.ParameterName, now.Value) = ("$now", 1L);
        command.Parameters.Add(now);
        using DbDataReader reader = await command.ExecuteReaderAsync(Token);
        return await reader.ReadAsync(Token) ? reader.GetString(3) : "";
    }

    private static Task<TicketRig> StartAsync(TempFolder folder, string now) => TicketRig.StartAsync(folder, clock: new ManualTimeProvider(At(now)));

    // With a receipt that the group has heard
    private static async Task<int> OpenAsync(TicketRig rig, Urgency urgency = Urgency.Normal, string id = "m1")
    {
        int number = await rig.OpenAsync(urgency, id);
        await rig.ReceiptAsync(number);
        return number;
    }

    // New lines since the last look, in a fixed order
    private static async Task<string[]> SaidAtAsync(TicketRig rig, string time)
    {
        await rig.SendAsync();
        int before = (await rig.SaidAsync()).Count;
        rig.Clock.AdvanceTo(At(time));
        while (await rig.Get<DueDesk>().NextAsync(Token) <= rig.Now && await rig.Get<DueDesk>().RunAsync(Token) > 0) { }
        return [.. (await rig.SaidAsync()).Skip(before).Select(row => $"{row.Conversation} {row.Text}")];
    }

    private static DateTimeOffset At(string local) => Given.Clock.Instant(DateTime.Parse(local));
}
