namespace Bot.Tickets.Moves;

/// <summary>不计入: wants a rating left out of the figures, or is the second person who agrees; it stays to be seen.</summary>
/// <param name="Reason">Null to agree with the first person.</param>
public sealed record ExcludeRating(int Number, int Version, string By, long Rating, string? Reason = null) : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class ExcludeRatingHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ExcludeRating command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => command.Reason is { } reason
            ? work.Ticket.ExcludeRating(command.Rating, reason.Trim(), command.By, work.Now)
            : work.Ticket.ConfirmExclusion(command.Rating, command.By, work.Now), cancellationToken);
}
