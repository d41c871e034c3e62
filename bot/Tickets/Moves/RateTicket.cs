namespace Bot.Tickets.Moves;

/// <summary>评议: what a reporter said by phone or at the door.</summary>
/// <param name="Reporter">Nickname of the reporter.</param>
public sealed record RateTicket(int Number, int Version, string By, string Reporter, Rating Rating, string? Reason = null)
    : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class RateTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(RateTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Rate(
            command.Rating, command.Reporter, string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim(), command.By, work.Now), cancellationToken);
}
