namespace Bot.Tickets.Moves;

/// <summary>办结: after 核验, or without a fix, and then the group hears the reason.</summary>
/// <param name="Told">Whether the group is told the reason.</param>
public sealed record CloseTicket(int Number, int Version, string By, string? Reason = null, bool Told = true)
    : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Reason;
}

public sealed class CloseTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(CloseTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => Decide(command, work), cancellationToken);

    private static TicketMove Decide(CloseTicket command, TicketWork work)
    {
        if (command is { Told: true, Reason: { } reason } && GroupWords.Refusal(reason) is { } refusal) { return TicketMove.Refuse(refusal); }
        return work.Ticket.Close(command.Reason?.Trim(), command.Told, command.By, work.Now);
    }
}
