namespace Bot.Tickets.Moves;

/// <summary>好了一半: the group hears what is left; the ticket stays open.</summary>
public sealed record HalfDoneTicket(int Number, int Version, string By, string Left) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Left;
}

public sealed class HalfDoneTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(HalfDoneTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => GroupWords.Refusal(command.Left) is { } refusal
            ? TicketMove.Refuse(refusal)
            : work.Ticket.HalfDone(command.Left.Trim(), command.By, work.Now, work.Deadlines), cancellationToken);
}
