namespace Bot.Tickets.Moves;

/// <summary>稍后: out of sight until a time; without one until a resident says something of it. Silent in the group.</summary>
public sealed record SnoozeTicket(int Number, int Version, string By, DateTimeOffset? Until) : TicketCommand(Number, Version, By);

public sealed class SnoozeTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(SnoozeTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Snooze(command.Until, command.By, work.Now, work.Deadlines), cancellationToken);
}
