namespace Bot.Tickets.Moves;

/// <summary>确认立件.</summary>
public sealed record AcceptTicket(int Number, int Version, string By) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;
}

public sealed class AcceptTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(AcceptTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Accept(command.By, work.Now), cancellationToken);
}
