namespace Bot.Tickets.Moves;

/// <summary>核验 by a person: a resident said so by phone or at the door.</summary>
public sealed record VerifyTicket(int Number, int Version, string By) : TicketCommand(Number, Version, By);

public sealed class VerifyTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(VerifyTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Verify(command.By, work.Now), cancellationToken);
}
