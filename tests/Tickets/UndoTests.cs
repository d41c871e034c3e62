using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>撤销: a slip of a moment ago.</summary>
public sealed class UndoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Done_by_a_slip_is_taken_back_before_the_group_hears_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴", "a.jpg"), Token);
        rig.Clock.Advance(TimeSpan.FromSeconds(8));
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.AskedAt, ticket.ContactedAt, ticket.AcceptedAt, ticket.Cause).ShouldBe((TicketState.Captured, null, null, null, null));
        ticket.History.Select(line => line.Kind).ShouldBe([TicketEventKind.Opened, TicketEventKind.Resolved, TicketEventKind.Undone]);
        (await rig.SaidAsync()).ShouldHaveSingleItem().State.ShouldBe(OutboxState.Dropped);
        (await UndoAsync(rig, number)).Message.ShouldBe("1号后来又有变化，撤不回来了");
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, int.MaxValue, "陈建国", "换了导靴"), Token);
        (await rig.SaidAsync()).Count(row => row.State == OutboxState.Queued).ShouldBe(1, "said again when it is really done");
    }

    [Fact]
    public async Task What_the_group_has_heard_is_not_taken_back_in_silence()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国"), Token);
        rig.Clock.Advance(TimeSpan.FromSeconds(13));
        await rig.SendAsync();
        (await UndoAsync(rig, number)).Message.ShouldBe("群里已经听到了，没办好请重新交办");
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Resolved);
    }

    [Fact]
    public async Task 立件_and_核验_are_taken_back_by_whoever_did_them_and_the_calls_of_an_emergency_go_on()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(Urgency.Emergency);
        await rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, 1, "陈建国"), Token);
        (await rig.AlertsAsync()).ShouldBeEmpty();
        (await rig.Get<UndoTicketHandler>().HandleAsync(new UndoTicket(number, "周敏"), Token)).IsDone.ShouldBeFalse();
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Captured);
        (await rig.AlertsAsync()).Count.ShouldBe(1);

        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, int.MaxValue, "陈建国"), Token);
        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.Get<VerifyTicketHandler>().HandleAsync(new VerifyTicket(number, int.MaxValue, "陈建国"), Token);
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.VerifiedAt, ticket.VerifiedHow).ShouldBe((TicketState.Resolved, null, Verification.None));
    }

    [Fact]
    public async Task A_ticket_given_to_the_wrong_person_is_nobodys_again_and_that_person_hears_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, 1, "陈建国", "物业老吴"), Token);
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Dispatched);
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee, ticket.Dispatcher, ticket.DispatchedAt, ticket.AcceptedAt).ShouldBe((TicketState.Captured, null, null, null, null));
        (await rig.SaidAsync()).Where(row => row.Conversation.Contains("物业老吴", StringComparison.Ordinal)).Select(row => row.Text).Last().ShouldBe($"【{number}号】陈建国派错了，您不用办了。");
        FourSteps.Of(ticket).Planned.ShouldBeFalse();
    }

    [Fact]
    public async Task Taken_by_a_slip_it_goes_back_to_whom_it_was_given()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ClaimTicketHandler>().HandleAsync(new ClaimTicket(number, 1, "陈建国"), Token);
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket free = await rig.TicketAsync(number);
        (free.State, free.Assignee, free.TakenAt).ShouldBe((TicketState.Captured, null, null));
        FourSteps.Of(free).Followed.ShouldBeFalse();
        await rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, int.MaxValue, "周敏", "陈建国"), Token);
        await rig.Get<ClaimTicketHandler>().HandleAsync(new ClaimTicket(number, int.MaxValue, "陈建国"), Token);
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket given = await rig.TicketAsync(number);
        (given.State, given.Assignee, given.Dispatcher, given.TakenAt).ShouldBe((TicketState.Dispatched, "陈建国", "周敏", null));
        given.DispatchedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_call_that_was_not_made_leaves_the_promise_owed_and_one_that_was_keeps_it()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        Task<TicketResult> ContactAsync() => rig.Get<ContactReporterHandler>().HandleAsync(new ContactReporter(number, int.MaxValue, "陈建国"), Token);
        await ContactAsync();
        (await rig.TicketAsync(number)).OwesWord.ShouldBeFalse();
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.OwesWord, ticket.ContactedAt, FourSteps.Of(ticket).Followed).ShouldBe((true, null, false));
        await ContactAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await ContactAsync();
        (await UndoAsync(rig, number)).IsDone.ShouldBeTrue();
        ticket = await rig.TicketAsync(number);
        (ticket.OwesWord, ticket.ContactedAt is null).ShouldBe((false, false), "somebody did call before");
    }

    private static Task<TicketResult> UndoAsync(TicketRig rig, int number) =>
        rig.Get<UndoTicketHandler>().HandleAsync(new UndoTicket(number, "陈建国"), Token);
}
