namespace Bot.Tickets.Moves;

/// <summary>撤销: the last act was a slip; only by whoever did it, at once, and while the group has not heard of it.</summary>
public sealed record UndoTicket(int Number, string By) : TicketCommand(Number, int.MaxValue, By);

public sealed class UndoTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(UndoTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, async (work, token) =>
        {
            if (work.Ticket.Slip(command.By, work.Now) is { } slip && await work.IsHeardAsync(slip.Version, token))
            {
                return TicketMove.Refuse("群里已经听到了，没办好请重新交办");
            }
            (string? to, bool told) = (work.Ticket.Assignee, work.Ticket is { IsPhoned: false, State: TicketState.Dispatched });
            TicketMove move = work.Ticket.Undo(command.By, work.Now);
            if (move.IsDone && told && work.Ticket.Assignee is null) { work.TellPerson(to, $"【{work.Ticket.Number}号】{command.By}派错了，您不用办了。"); }
            if (move.IsDone && work.Ticket is { Urgency: Urgency.Emergency, IsOpen: true }) { await work.AlertAsync(work.Ticket, token); }
            return move;
        }, cancellationToken);
}
