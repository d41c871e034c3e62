namespace Bot.Tickets.Moves;

/// <summary>派单: to a person of the directory, who hears it on the private line, or by telephone to anyone; silent in the group unless wanted.</summary>
/// <param name="Phoned">Whether the person stands outside the directory and was told by telephone.</param>
/// <param name="Tell">Whether the group hears that 物业 or a 共建单位 takes care of it.</param>
public sealed record DispatchTicket(int Number, int Version, string By, string To, bool Phoned = false, bool Tell = false) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;
}

public sealed class DispatchTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(DispatchTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            if (Assignments.Refusal(work.Directory, command.To, command.Phoned) is { } refusal) { return TicketMove.Refuse(refusal); }
            HandlerKind kind = Assignments.KindOf(work.Directory, command.To, command.Phoned);
            TicketMove move = work.Ticket.Dispatch(command.To.Trim(), command.Phoned, command.By, work.Now, kind);
            if (!move.IsDone) { return move; }
            Assignments.TellAssignee(work, command.By);
            return Assignments.Told(work, command.Tell);
        }, cancellationToken);
}
