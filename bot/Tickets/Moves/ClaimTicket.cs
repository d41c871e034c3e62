namespace Bot.Tickets.Moves;

/// <summary>接单: the assignee is on it; silent in the group.</summary>
public sealed record ClaimTicket(int Number, int Version, string By) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;
}

public sealed class ClaimTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ClaimTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Claim(command.By, work.Now), cancellationToken);
}
