using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;

namespace Tests.Triage.Live;

/// <summary>A person asks the group where it is, hours after the report: the reporter's bare place is the answer.</summary>
public sealed class AskedPlaceTests : IAsyncLifetime
{
    private LiveRig _rig = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await LiveRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task The_answer_joins_and_sets_the_place()
    {
        int number = (await _rig.SayAsync("小林", "电梯又坏了，门都关不上")).Ticket.ShouldNotBeNull();
        (await _rig.TicketAsync(number)).Location.ShouldBeNull();
        _rig.Clock.Advance(TimeSpan.FromHours(3));
        (await _rig.Host.Get<AskPlaceHandler>().HandleAsync(new AskPlace(number, 1, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        _rig.Clock.Advance(TimeSpan.FromHours(1));

        MessageDecision decision = await _rig.SayAsync("小林", "6-1");
        decision.Ticket.ShouldBe(number);
        Ticket ticket = await _rig.TicketAsync(number);
        ticket.Location.ShouldNotBeNull().ShouldStartWith("6号楼1单元");
        ticket.History.ShouldContain(line => line.Kind == TicketEventKind.Located);
    }
}
