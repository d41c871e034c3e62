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

    private static Task<TicketResult> UndoAsync(TicketRig rig, int number) =>
        rig.Get<UndoTicketHandler>().HandleAsync(new UndoTicket(number, "陈建国"), Token);
}
