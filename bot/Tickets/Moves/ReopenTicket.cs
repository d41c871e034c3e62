namespace Bot.Tickets.Moves;

/// <summary>重开: it was not done after all, or was no mistake after all.</summary>
public sealed record ReopenTicket(int Number, int Version, string By, string Reason) : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class ReopenTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ReopenTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, async (work, token) =>
        {
            bool wasRejected = work.Ticket.State == TicketState.Rejected;
            TicketMove move = work.Ticket.Reopen(command.Reason, command.By, work.Now, work.Deadlines);
            if (move.IsDone && wasRejected) { await work.UnlearnRejectionAsync(token); }
            return move;
        }, cancellationToken);
}
