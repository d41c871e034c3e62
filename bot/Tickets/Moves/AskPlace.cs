namespace Bot.Tickets.Moves;

/// <summary>问地点: asks the group where the matter is; what the reporter answers is taken by triage.</summary>
public sealed record AskPlace(int Number, int Version, string By) : TicketCommand(Number, Version, By);

public sealed class AskPlaceHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(AskPlace command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.AskPlace(command.By, work.Now), cancellationToken);
}
