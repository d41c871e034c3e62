namespace Bot.Tickets.Moves;

/// <summary>并入: the same matter as another open ticket; silent in the group.</summary>
public sealed record MergeTicket(int Number, int Version, string By, int Into) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;
}

public sealed class MergeTicketHandler(TicketDesk desk, TicketsChanged changed)
{
    public async Task<TicketResult> HandleAsync(MergeTicket command, CancellationToken cancellationToken)
    {
        TicketResult result = await desk.DecideAsync(command, (work, token) => MergeAsync(command, work, token), cancellationToken);
        if (result.IsDone) { changed.Tell(command.Into); }
        return result;
    }

    private static async Task<TicketMove> MergeAsync(MergeTicket command, TicketWork work, CancellationToken cancellationToken)
    {
        Ticket? other = await work.FindAsync(command.Into, cancellationToken);
        if (other is null) { return TicketMove.Refuse($"没有{command.Into}号工单"); }
        TicketReport[] reports = [.. work.Ticket.Reports];
        bool wasEmergency = other.Urgency == Urgency.Emergency;
        MatterLabels labels = MatterLabels.Of(work.Ticket);
        TicketMove move = work.Ticket.MergeInto(other, command.By, work.Now, work.Deadlines);
        if (!move.IsDone) { return move; }

        work.Learn(labels, MatterLabels.Of(other), command.By, reports, other.Number);
        if (!wasEmergency && other.Urgency == Urgency.Emergency) { await work.AlertAsync(other, cancellationToken); }
        return move;
    }
}
