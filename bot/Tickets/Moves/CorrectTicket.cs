namespace Bot.Tickets.Moves;

/// <summary>改: sets the engine's guess right; kept as a labelled example.</summary>
/// <param name="Shown">What the person's form showed; null to set everything as it is said.</param>
public sealed record CorrectTicket(int Number, int Version, string By, TicketCorrection Correction, TicketCorrection? Shown = null)
    : TicketCommand(Number, Version, By)
{
    public override TicketEvent? OvertakenBy(Ticket ticket) => Shown is { } shown && Correction.Clashes(shown, ticket)
        ? ticket.History.LastOrDefault(line => line.Version > Version && line.ChangesLabels) ?? ticket.History[^1]
        : null;

    public override string? Written => Correction.Matter ?? Correction.Location;

    public override int Longest => Correction.Matter is null ? TicketCorrection.PlaceLength : TicketCorrection.MatterLength;
}

public sealed class CorrectTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(CorrectTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            MatterLabels before = MatterLabels.Of(work.Ticket);
            TicketMove move = work.Ticket.Correct(command.Shown is { } shown ? command.Correction.Beyond(shown) : command.Correction, command.By, work.Now, work.Deadlines);
            if (move.IsDone && MatterLabels.Of(work.Ticket) is { } after && after != before) { work.Learn(before, after, command.By); }
            return move;
        }, cancellationToken);
}
