using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>代记 that belongs to a ticket that is open.</summary>
public sealed class RecordByHandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Danger_that_joins_makes_the_ticket_an_emergency_and_calls_people_once()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        DateTimeOffset due = (await rig.TicketAsync(number)).DueAt;

        (await JoinAsync(rig, number, "k1", Urgency.Emergency)).ShouldBe(new RecordedByHand(number, IsRaised: true));
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Urgency, ticket.Reports.Count, ticket.DueAt < due).ShouldBe((Urgency.Emergency, 2, true));
        ticket.History.Select(line => line.Kind).ShouldBe([TicketEventKind.Opened, TicketEventKind.Joined, TicketEventKind.Raised]);
        (await rig.AlertsAsync()).ShouldHaveSingleItem().Text.ShouldContain("老人困在电梯里");
        (await rig.SaidAsync()).ShouldAllBe(row => row.Conversation.StartsWith("私信"), "the group did not say it");

        (await JoinAsync(rig, number, "k1", Urgency.Emergency)).ShouldBe(new RecordedByHand(number));
        (await JoinAsync(rig, number, "k2", Urgency.Emergency)).ShouldBe(new RecordedByHand(number));
        (await rig.AlertsAsync()).Count.ShouldBe(1);
        (await rig.TicketAsync(number)).Reports.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(Urgency.Normal)]
    [InlineData(Urgency.High)]
    public async Task What_is_no_danger_raises_nothing(Urgency urgency)
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        (await JoinAsync(rig, number, "k1", urgency)).ShouldBe(new RecordedByHand(number));
        ((await rig.TicketAsync(number)).Urgency, (await rig.AlertsAsync()).Count).ShouldBe((Urgency.Normal, 0));
    }

    private static Task<RecordedByHand> JoinAsync(TicketRig rig, int number, string key, Urgency urgency) => rig.Get<RecordByHandHandler>().HandleAsync(
        new RecordByHand("陈建国", key, ByHand.Phone, Given.Group, "老人困在电梯里", new TicketCorrection(Urgency: urgency), "张阿姨", null, null, TellGroup: false, Into: number), Token);
}
