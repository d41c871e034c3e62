namespace Bot.Tickets.Moves;

/// <summary>不是诉求: silent in the group, kept as a labelled example.</summary>
public sealed record RejectTicket(int Number, int Version, string By, string Reason) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Reason;
}

public sealed class RejectTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(RejectTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            TicketMove move = work.Ticket.Reject(command.Reason, command.By, work.Now);
            if (move.IsDone) { work.Learn(MatterLabels.Of(work.Ticket), MatterLabels.NoMatter, command.By); }
            return move;
        }, cancellationToken);
}
