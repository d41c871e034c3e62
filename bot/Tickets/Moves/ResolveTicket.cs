namespace Bot.Tickets.Moves;

/// <summary>办好: the group hears it, quoting the first report, and is asked to confirm.</summary>
/// <param name="Cause">What was found and done; null when the handler says nothing.</param>
/// <param name="Photo">Name of a stored picture.</param>
public sealed record ResolveTicket(int Number, int Version, string By, string? Cause = null, string? Photo = null)
    : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Cause;

    public override int Longest => 500;
}

public sealed class ResolveTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ResolveTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Resolve(command.Cause, command.Photo, command.By, work.Now), cancellationToken);
}
