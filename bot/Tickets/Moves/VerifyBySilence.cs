namespace Bot.Tickets.Moves;

/// <summary>核验 by the machine: nobody objected for some days.</summary>
public sealed record VerifyBySilence(int Number, int Version, int Days) : TicketCommand(Number, Version, Ticket.Machine);

public sealed class VerifyBySilenceHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(VerifyBySilence command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.VerifyBySilence(command.Days, work.Now), cancellationToken);
}
