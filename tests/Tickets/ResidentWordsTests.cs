using Bot.Tickets;

namespace Tests.Tickets;

public sealed class ResidentWordsTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(2);

    [Theory]
    [InlineData(TicketState.Captured)]
    [InlineData(TicketState.Accepted)]
    public void 好了_before_办好_is_recorded_in_silence(TicketState state)
    {
        Ticket ticket = Given.In(state);
        Hear(ticket, FollowUp.Verified).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(state);
        ticket.History[^1].Kind.ShouldBe(TicketEventKind.SaidDone);
    }

    [Fact]
    public void 好了_by_number_or_quote_verifies_even_before_办好_but_nobody_asked_so_nobody_thanks()
    {
        Ticket ticket = Given.In(TicketState.Accepted);
        Hear(ticket, FollowUp.Verified, pointed: true).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(TicketState.Verified);
        ticket.VerifiedAt.ShouldBe(Later);
    }

    [Fact]
    public void Only_the_first_好了_after_the_group_was_asked_is_thanked()
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        Hear(ticket, FollowUp.Verified, id: "w1").Heard.ShouldBe(Heard.Thanked);
        ticket.State.ShouldBe(TicketState.Verified);
        Hear(ticket, FollowUp.Verified, id: "w2").Heard.ShouldBe(Heard.Silent);
    }

    [Fact]
    public void A_group_that_did_not_see_the_question_is_not_thanked()
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        TicketReport word = Given.Report("好了", id: "w", at: Later);
        word.Conversation = "桂花社区大群";
        ticket.Hear(FollowUp.Verified, word, pointed: true, Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(TicketState.Verified);
    }

    [Fact]
    public void Nobody_is_thanked_for_a_ticket_resolved_without_asking()
    {
        Ticket ticket = Given.Ticket();
        ticket.Resolve(null, null, "陈建国", Given.Now, ask: false);
        Hear(ticket, FollowUp.Verified).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(TicketState.Verified);
    }

    [Theory]
    [InlineData(FollowUp.NotFixed, Heard.Reopened)]
    [InlineData(FollowUp.Relapse, Heard.Relapsed)]
    [InlineData(FollowUp.Worse, Heard.Worse)]
    public void 没好_after_办好_reopens_with_a_new_promise(FollowUp said, Heard heard)
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        Hear(ticket, said).Heard.ShouldBe(heard);
        ticket.State.ShouldBe(TicketState.Accepted);
        (ticket.ResolvedAt, ticket.AskedAt).ShouldBe((null, null));
        ticket.DueAt.ShouldBe(Given.Deadlines.Due(ticket.Urgency, Later));
        ticket.History[^1].Kind.ShouldBe(TicketEventKind.Reopened);
    }

    [Theory]
    [InlineData(FollowUp.Urge, Heard.Urged)]
    [InlineData(FollowUp.NotFixed, Heard.Urged)]
    [InlineData(FollowUp.Worse, Heard.Worse)]
    [InlineData(FollowUp.Relapse, Heard.Relapsed)]
    public void What_is_not_well_while_open_is_answered_and_moves_nothing(FollowUp said, Heard heard)
    {
        Ticket ticket = Given.In(TicketState.Captured);
        Hear(ticket, said).Heard.ShouldBe(heard);
        ticket.State.ShouldBe(TicketState.Captured);
    }

    [Theory]
    [InlineData(0, MoveOutcome.Done)]
    [InlineData(14, MoveOutcome.Done)]
    [InlineData(15, MoveOutcome.Recurs)]
    [InlineData(90, MoveOutcome.Recurs)]
    [InlineData(91, MoveOutcome.Unrelated)]
    public void A_relapse_reopens_recurs_or_has_nothing_to_do_with_it(int days, MoveOutcome outcome)
    {
        foreach (TicketState ended in new[] { TicketState.Resolved, TicketState.Verified, TicketState.Closed })
        {
            Ticket ticket = Given.In(ended);
            DateTimeOffset at = ticket.EndedAt!.Value.AddDays(days);
            ticket.Hear(FollowUp.Relapse, Given.Report("又坏了", id: "w", at: at), false, Given.Deadlines).Outcome.ShouldBe(outcome);
            ticket.State.ShouldBe(outcome == MoveOutcome.Done ? TicketState.Accepted : ended);

            Ticket again = Given.In(ended);
            TicketMove joined = again.Join(Given.Report("又坏了", id: "w", at: at), Given.Deadlines);
            joined.Outcome.ShouldBe(outcome);
            joined.Heard.ShouldBe(outcome == MoveOutcome.Done ? Heard.Relapsed : Heard.Silent);
        }
    }

    [Fact]
    public void A_missed_promise_is_replaced_when_someone_urges_and_the_deadline_stays_missed()
    {
        Ticket ticket = Given.Ticket();
        DateTimeOffset due = ticket.DueAt;
        DateTimeOffset late = due.AddHours(1);
        ticket.Hear(FollowUp.Urge, Given.Report("人呢", id: "w", at: late), false, Given.Deadlines);
        ticket.DueAt.ShouldBe(due);
        ticket.PromisedAt.ShouldBeGreaterThan(late);
    }

    [Fact]
    public void Words_of_staff_move_nothing()
    {
        Ticket ticket = Given.In(TicketState.Accepted);
        ticket.Log(StaffWord.Done, Given.Report("修好了", "物业小赵", "w", Later)).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(TicketState.Accepted);
        ticket.History[^1].Kind.ShouldBe(TicketEventKind.SaidDone);
        ticket.Reports[^1].IsReport.ShouldBeFalse();
    }

    [Fact]
    public void Only_the_first_who_takes_on_a_need_is_answered()
    {
        Ticket ticket = Given.Ticket();
        ticket.Claim(Given.Report("我来", "小林", "c1", Later)).Heard.ShouldBe(Heard.Claimed);
        ticket.Claim(Given.Report("我也行", "老周", "c2", Later)).Heard.ShouldBe(Heard.Silent);
        ticket.ClaimedBy.ShouldBe("小林");
    }

    [Fact]
    public void An_issue_that_becomes_an_emergency_is_heard_once_and_due_within_the_hour()
    {
        Ticket ticket = Given.Ticket();
        ticket.Raise(Urgency.Emergency, "小陈", Later, Given.Deadlines).Heard.ShouldBe(Heard.BecameEmergency);
        ticket.DueAt.ShouldBe(Later.AddHours(1));
        ticket.Raise(Urgency.Emergency, "小陈", Later, Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.Raise(Urgency.High, "小陈", Later, Given.Deadlines);
        ticket.Urgency.ShouldBe(Urgency.Emergency);
    }

    [Fact]
    public void The_same_message_is_kept_once()
    {
        Ticket ticket = Given.Ticket();
        ticket.Join(Given.Report("我家也是", "小林", "m2"), Given.Deadlines);
        ticket.Join(Given.Report("我家也是", "小林", "m2"), Given.Deadlines);
        ticket.Reports.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("webchat", null, true)]
    [InlineData("feishu", null, false)]
    [InlineData(ByHand.Outside, null, false)]
    [InlineData(ByHand.Outside, "webchat", false)]
    [InlineData(ByHand.Phone, "webchat", true)]
    [InlineData(ByHand.Phone, null, false)]
    public void 满意_of_a_namesake_who_did_not_report_it_verifies_nothing(string channel, string? toldThrough, bool verifies)
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        (ticket.Reports[0].Channel, ticket.Reports[0].ToldThrough) = (channel, toldThrough);
        ticket.Hear(FollowUp.Satisfied, Given.Report("满意", id: "w", at: Later), pointed: true, Given.Deadlines);
        ticket.State.ShouldBe(verifies ? TicketState.Verified : TicketState.Resolved);
        ticket.Ratings.Count.ShouldBe(verifies ? 1 : 0);
    }

    private static TicketMove Hear(Ticket ticket, FollowUp said, bool pointed = false, string id = "w") =>
        ticket.Hear(said, Given.Report("……", "小林", id, Later), pointed, Given.Deadlines);
}
