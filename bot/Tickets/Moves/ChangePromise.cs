using Bot.Tickets.Deadlines;

namespace Bot.Tickets.Moves;

/// <summary>改时间: another time than the one promised, with the reason; the group hears both unless told otherwise.</summary>
public sealed record ChangePromise(int Number, int Version, string By, DateTimeOffset To, string Reason, bool Tell = true)
    : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Reason;
}

public sealed class ChangePromiseHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ChangePromise command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => ((command.Tell ? GroupWords.Refusal(command.Reason) : null)
            ?? PromiseTimes.Refusal(work.Ticket, command.To, work.Now, work.Deadlines.Clock)) is { } refusal
            ? TicketMove.Refuse(refusal)
            : work.Ticket.ChangePromise(command.To, command.Reason.Trim(), command.Tell, command.By, work.Now, work.Deadlines), cancellationToken);
}
