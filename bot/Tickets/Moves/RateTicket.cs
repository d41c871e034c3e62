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
        desk.DecideAsync(command, work =>
        {
            string? reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
            TicketMove move = work.Ticket.Rate(command.Rating, command.Reporter, reason, command.By, work.Now);
            if (move.Heard == Heard.Unhappy) { work.TellInCharge(AlertCalls.ForOwner(work.Ticket, "居民不满意", work.Deadlines.Clock, work.Now), command.By); }
            return move;
        }, cancellationToken);
}
