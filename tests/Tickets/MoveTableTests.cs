using Bot.Tickets;

namespace Tests.Tickets;

public sealed class MoveTableTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(3);

    // Move, the states in which it is legal, the state after it where it moves one
    private static readonly Dictionary<string, (string Legal, string? After, Func<Ticket, TicketMove> Move)> Table = new()
    {
        ["Dispatch"] = ("Captured Accepted", "Dispatched", ticket => ticket.Dispatch("物业老吴", false, "周敏", Later)),
        ["Dispatch to oneself"] = ("Captured Accepted", "Claimed", ticket => ticket.Dispatch("周敏", false, "周敏", Later)),
        ["Claim"] = ("Captured Accepted Dispatched", "Claimed", ticket => ticket.Claim("物业老吴", Later)),
        ["Claim another's"] = ("Captured Accepted", "Claimed", ticket => ticket.Claim("周敏", Later)),
        ["Return"] = ("Dispatched Claimed", "Accepted", ticket => ticket.Return("不归我管", "物业老吴", Later)),
        ["Return another's"] = ("", null, ticket => ticket.Return("不归他管", "周敏", Later)),
        ["Return without a word"] = ("", null, ticket => ticket.Return(" ", "物业老吴", Later)),
        ["Reassign"] = ("Dispatched Claimed", "Dispatched", ticket => ticket.Reassign("李芳", false, null, "周敏", Later)),
        ["Reassign to the same"] = ("", null, ticket => ticket.Reassign("物业老吴", false, null, "周敏", Later)),
        ["Accept"] = ("Captured", "Accepted", ticket => ticket.Accept("周敏", Later)),
        ["Reject"] = ("Captured Accepted Dispatched Claimed", "Rejected", ticket => ticket.Reject("玩笑", "周敏", Later)),
        ["Resolve"] = ("Captured Accepted Dispatched Claimed", "Resolved", ticket => ticket.Resolve("修好", null, "周敏", Later)),
        ["Verify"] = ("Resolved", "Verified", ticket => ticket.Verify("周敏", Later)),
        ["Reopen"] = ("Resolved Verified Closed Rejected", "Accepted", ticket => ticket.Reopen("没好", "周敏", Later, Given.Deadlines)),
        ["Close with reason"] = ("Captured Accepted Dispatched Claimed Resolved Verified", "Closed", ticket => ticket.Close("等基金", true, "周敏", Later)),
        ["Close without reason"] = ("Verified", "Closed", ticket => ticket.Close(null, false, "周敏", Later)),
        ["MergeInto"] = ("Captured Accepted Dispatched Claimed", "Merged", ticket => ticket.MergeInto(Given.Ticket(400), "周敏", Later, Given.Deadlines)),
        ["Correct"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Correct(new TicketCorrection(Topic: "漏水"), "周敏", Later, Given.Deadlines)),
        ["Raise"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.Raise(Urgency.Emergency, "小陈", Later, Given.Deadlines)),
        ["Locate"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Locate("3号楼", "小陈", Later)),
        ["Acknowledge"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Acknowledge("周敏", Later)),
        ["Contact"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Contact("打过电话", "周敏", Later)),
        ["Plan"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.MakePlan("换配件", "周敏", Later)),
        ["Plan without a word"] = ("", null, ticket => ticket.MakePlan(" ", "周敏", Later)),
        ["Change the promise"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.ChangePromise(Later.AddDays(2), "等配件", true, "周敏", Later, Given.Deadlines)),
        ["Promise the past"] = ("", null, ticket => ticket.ChangePromise(Later.AddHours(-1), "等配件", true, "周敏", Later, Given.Deadlines)),
        ["Change the promise without a reason"] = ("", null, ticket => ticket.ChangePromise(Later.AddDays(2), "", true, "周敏", Later, Given.Deadlines)),
        ["Half done"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.HalfDone("灯还没换", "周敏", Later, Given.Deadlines)),
        ["Half done of what"] = ("", null, ticket => ticket.HalfDone("", "周敏", Later, Given.Deadlines)),
        ["Snooze"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.Snooze(Later.AddHours(5), "周敏", Later, Given.Deadlines)),
        ["Snooze for a reply"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.Snooze(null, "周敏", Later, Given.Deadlines)),
        ["Snooze into the past"] = ("", null, ticket => ticket.Snooze(Later.AddHours(-5), "周敏", Later, Given.Deadlines)),
        ["Wake what is awake"] = ("", null, ticket => ticket.Wake(Ticket.Machine, Later)),
        ["Escalate"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.Escalate(EscalationLevel.Community, "李芳", "周敏", Later, "要动大修基金")),
        ["Escalate to where it is"] = ("", null, ticket => ticket.Escalate(EscalationLevel.Grid, "李芳", "周敏", Later, "要动大修基金")),
        ["Escalate without a word"] = ("", null, ticket => ticket.Escalate(EscalationLevel.Lead, "李芳", "周敏", Later, " ")),
        ["Make private"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.SetPrivate(true, "周敏", Later)),
        ["Make public what is"] = ("", null, ticket => ticket.SetPrivate(false, "周敏", Later)),
        ["Verify as a second person"] = ("Resolved", "Verified", ticket => ticket.VerifyBySecond("周敏", Later)),
        ["Verify one's own"] = ("", null, ticket => ticket.VerifyBySecond("陈建国", Later)),
        ["Verify by silence"] = ("Resolved", "Verified", ticket => ticket.VerifyBySilence(3, Later)),
        ["Rate"] = ("Resolved Verified Closed", null, ticket => ticket.Rate(Rating.Mostly, "36-1-502", null, "周敏", Later)),
        ["Rate for a stranger"] = ("", null, ticket => ticket.Rate(Rating.Mostly, "路人", null, "周敏", Later)),
        ["Exclude no rating"] = ("", null, ticket => ticket.ExcludeRating(9, "刷评", "周敏", Later)),
        ["Agree to nothing"] = ("", null, ticket => ticket.ConfirmExclusion(9, "周敏", Later)),
        ["Note"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Note("已联系", "周敏", Later)),
        ["Offer help"] = ("Captured Accepted Dispatched Claimed", null, ticket => ticket.Claim(Word())),
        ["Log"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed Rejected", null, ticket => ticket.Log(StaffWord.Done, Word())),
        ["Join a detail"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed", null, ticket => ticket.Join(Detail(), Given.Deadlines)),
        ["Urge"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed Rejected", null, ticket => ticket.Hear(FollowUp.Urge, Word(), false, Given.Deadlines)),
        ["Withdraw"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed Rejected", null, ticket => ticket.Hear(FollowUp.Withdrawn, Word(), true, Given.Deadlines)),
        ["Update"] = ("Captured Accepted Dispatched Claimed Resolved Verified Closed Rejected", null, ticket => ticket.Hear(FollowUp.Update, Word(), false, Given.Deadlines)),
    };

    public static TheoryData<string, TicketState> Cases()
    {
        TheoryData<string, TicketState> cases = [];
        foreach (string move in Table.Keys)
        {
            foreach (TicketState state in Enum.GetValues<TicketState>()) { cases.Add(move, state); }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_move_in_every_state_is_legal_or_refused_with_a_reason(string name, TicketState state)
    {
        (string legal, string? after, Func<Ticket, TicketMove> move) = Table[name];
        Ticket ticket = Given.In(state);
        (int version, int lines) = (ticket.Version, ticket.History.Count);

        TicketMove result = move(ticket);

        if (legal.Split(' ').Contains(state.ToString()))
        {
            result.Outcome.ShouldBe(MoveOutcome.Done);
            ticket.State.ToString().ShouldBe(after ?? state.ToString());
            ticket.Version.ShouldBe(version + 1);
            ticket.History.Count.ShouldBe(lines + 1);
            ticket.History[^1].State.ShouldBe(ticket.State);
        }
        else
        {
            result.Outcome.ShouldBe(MoveOutcome.Refused);
            result.Refusal.ShouldNotBeNullOrWhiteSpace();
            result.Refusal.ShouldMatch("[\u4e00-\u9fff]");
            (ticket.State, ticket.Version, ticket.History.Count).ShouldBe((state, version, lines));
        }
    }

    private static TicketReport Word() => Given.Report("怎么样了", id: "w", at: Later);

    private static TicketReport Detail()
    {
        TicketReport report = Given.Report("就在门口", id: "d", at: Later);
        report.IsReport = false;
        return report;
    }
}
