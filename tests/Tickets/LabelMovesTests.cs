using Bot.Tickets;

namespace Tests.Tickets;

public sealed class LabelMovesTests
{
    [Fact]
    public void A_correction_changes_what_it_names_and_says_so()
    {
        Ticket ticket = Given.Ticket();
        ticket.Correct(new TicketCorrection(Category.Environment, Location: "3号楼", Urgency: Urgency.High), "周敏", Given.Now, Given.Deadlines)
            .IsDone.ShouldBeTrue();
        (ticket.Category, ticket.Location, ticket.Urgency, ticket.Topic).ShouldBe((Category.Environment, "3号楼", Urgency.High, "电梯"));
        ticket.History[^1].Note.ShouldBe("生活便民 → 环境提升；一般 → 较急；36号楼1单元 → 3号楼");
        ticket.DueAt.ShouldBe(Given.Deadlines.Due(Urgency.High, Given.Now));
    }

    [Fact]
    public void A_correction_can_remove_the_place_and_a_void_one_is_refused()
    {
        Ticket ticket = Given.Ticket();
        ticket.Correct(new TicketCorrection(Location: " "), "周敏", Given.Now, Given.Deadlines).IsDone.ShouldBeTrue();
        ticket.Location.ShouldBeNull();
        ticket.Correct(new TicketCorrection(Location: ""), "周敏", Given.Now, Given.Deadlines).Refusal.ShouldBe("没有改动");
    }

    [Fact]
    public void A_merged_ticket_hands_over_every_message_its_place_and_its_urgency()
    {
        Ticket survivor = Given.Ticket(327, location: null);
        Ticket duplicate = Given.Ticket(328, Urgency.High);
        duplicate.Join(Given.Report("+1", "小林", "m9"), Given.Deadlines);

        duplicate.MergeInto(survivor, "周敏", Given.Now, Given.Deadlines).IsDone.ShouldBeTrue();

        survivor.Reports.Select(report => (report.MessageId, report.MergedFrom))
            .ShouldBe([("m327", null), ("m328", 328), ("m9", 328)]);
        (survivor.Location, survivor.Urgency).ShouldBe(("36号楼1单元", Urgency.High));
        survivor.FirstReport!.MessageId.ShouldBe("m327");
        (duplicate.MergedInto, duplicate.Reports.Count).ShouldBe((327, 0));
        duplicate.Join(Given.Report(id: "m10"), Given.Deadlines).Refusal.ShouldBe("328号已并入327号");
    }

    [Fact]
    public void A_ticket_cannot_be_merged_into_itself_or_into_one_that_is_over()
    {
        Ticket ticket = Given.Ticket(328);
        ticket.MergeInto(Given.Ticket(328), "周敏", Given.Now, Given.Deadlines).Refusal.ShouldBe("不能并入自己");
        ticket.MergeInto(Given.In(TicketState.Resolved), "周敏", Given.Now, Given.Deadlines).Refusal.ShouldBe("327号已办好，等确认，要并入请先重开");
        ticket.MergeInto(Given.In(TicketState.Rejected), "周敏", Given.Now, Given.Deadlines).Refusal.ShouldBe("327号已标为不是诉求，不能并入");
    }

    [Fact]
    public void Splitting_leaves_at_least_one_report()
    {
        Ticket ticket = Given.Ticket();
        TicketReport other = Given.Report("楼道灯也不亮", "小林", "m2");
        ticket.Join(other, Given.Deadlines);
        ticket.Split(ticket.Reports.ToArray(), 328, "周敏", Given.Now).IsDone.ShouldBeFalse();
        ticket.Split([other], 328, "周敏", Given.Now).IsDone.ShouldBeTrue();
        ticket.Reports.Single().MessageId.ShouldBe("m327");
    }
}
