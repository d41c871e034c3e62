namespace Bot.Tickets.Moves;

/// <summary>转办: from the one who has it to another; both hear it on the private line.</summary>
public sealed record ReassignTicket(int Number, int Version, string By, string To, bool Phoned = false, string? Reason = null, bool Tell = false)
    : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class ReassignTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ReassignTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            if (Assignments.Refusal(work.Directory, command.To, command.Phoned) is { } refusal) { return TicketMove.Refuse(refusal); }
            string? before = work.Ticket.Assignee;
            HandlerKind kind = Assignments.KindOf(work.Directory, command.To, command.Phoned);
            TicketMove move = work.Ticket.Reassign(command.To.Trim(), command.Phoned, command.Reason?.Trim(), command.By, work.Now, kind);
            if (!move.IsDone) { return move; }
            Assignments.TellAssignee(work, command.By);
            if (before != command.By) { work.TellPerson(before, $"【{work.Ticket.Number}号】已转给{work.Ticket.Assignee}，您不用再跑了。"); }
            return Assignments.Told(work, command.Tell);
        }, cancellationToken);
}
