namespace Bot.Tickets.Moves;

/// <summary>Back in sight at once: its time has come, or somebody wants it now.</summary>
public sealed record WakeTicket(int Number, int Version, string By) : TicketCommand(Number, Version, By);

public sealed class WakeTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(WakeTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Wake(command.By, work.Now), cancellationToken);
}
