using Bot.Tickets;
using Tests.Support;

namespace Tests.Tickets;

public sealed class CaseBookTests
{
    [Fact]
    public async Task Numbers_follow_each_other_after_a_restart_and_a_failed_unit_of_work_takes_none()
    {
        using TempFolder folder = new();
        await using (TicketRig rig = await TicketRig.StartAsync(folder))
        {
            (await rig.OpenAsync()).ShouldBe(1);
            await Should.ThrowAsync<InvalidOperationException>(rig.SayAsync(1, _ => throw new InvalidOperationException()));
            int[] numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => rig.OpenAsync(id: $"p{i}")));
            numbers.Order().ShouldBe(Enumerable.Range(2, 20));
        }
        await using TicketRig again = await TicketRig.StartAsync(folder);
        (await again.OpenAsync(id: "later")).ShouldBe(22);
    }

    [Fact]
    public async Task A_ticket_comes_back_from_the_tables_as_it_was()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.High);
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Matter, ticket.Urgency, ticket.DueAt, ticket.Owner, ticket.Version)
            .ShouldBe(("电梯异响", Urgency.High, Given.Deadlines.Due(Urgency.High, rig.Now), "陈建国", 1));
        ticket.FirstReport!.MessageId.ShouldBe("m1");
        ticket.History.Single().Kind.ShouldBe(TicketEventKind.Opened);
    }

    [Fact]
    public async Task Replayed_tickets_count_from_one_and_follow_a_merge()
    {
        ReplayCaseBook book = new(Given.Deadlines);
        NewTicket matter = new(Category.Living, "电梯", Urgency.Emergency, null, null, null, [Given.Report()]);
        Ticket first = await book.OpenAsync(matter, Given.Now, TestContext.Current.CancellationToken);
        Ticket second = await book.OpenAsync(matter, Given.Now, TestContext.Current.CancellationToken);
        second.MergeInto(first, "周敏", Given.Now, Given.Deadlines);
        (first.Number, second.Number).ShouldBe((1, 2));
        (await book.FindAsync(2, TestContext.Current.CancellationToken)).ShouldBeSameAs(first);
        (await book.FindAsync(3, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_matters_of_one_burst_get_two_numbers_in_one_unit_of_work()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int[] numbers = await rig.OpenTwoAsync();
        numbers.ShouldBe([1, 2]);
        (await rig.AlertsAsync()).Select(alert => alert.Id).ShouldBe([2, 1]);
    }
}
