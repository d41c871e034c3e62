namespace Bot.Tickets.Moves;

/// <summary>核验 by a second person of staff, who is not the one who did it.</summary>
public sealed record VerifyBySecond(int Number, int Version, string By) : TicketCommand(Number, Version, By);

public sealed class VerifyBySecondHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(VerifyBySecond command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.VerifyBySecond(command.By, work.Now), cancellationToken);
}
