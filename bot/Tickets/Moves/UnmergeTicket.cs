namespace Bot.Tickets.Moves;

/// <summary>撤销并入: the merge was a slip; silent in the group.</summary>
public sealed record UnmergeTicket(int Number, string By);

public sealed class UnmergeTicketHandler(TicketDesk desk, TicketsChanged changed)
{
    public async Task<TicketResult> HandleAsync(UnmergeTicket command, CancellationToken cancellationToken)
    {
        int from = 0;
        TicketResult result = await desk.DecideAsync(new Anyhow(command), async (work, token) =>
        {
            if (work.Ticket.MergedInto is not { } into || await work.SurvivorAsync(into, token) is not { } other)
            {
                return TicketMove.Refuse($"{work.Ticket.Number}号没有并走，不用撤销");
            }
            from = other.Number;
            IReadOnlySet<int> origins = await work.MergedIntoAsync(work.Ticket.Number, token);
            bool wasEmergency = other.Urgency == Urgency.Emergency;
            TicketMove move = work.Ticket.Unmerge(other, origins, command.By, work.Now, work.Deadlines);
            if (!move.IsDone) { return move; }
            await work.UnlearnMergeAsync(token);
            if (wasEmergency && other.Urgency != Urgency.Emergency) { await work.EndAlertsAsync(other, command.By, token); }
            if (work.Ticket is { Urgency: Urgency.Emergency, IsOpen: true }) { await work.AlertAsync(work.Ticket, token); }
            return move;
        }, cancellationToken);
        if (result.IsDone) { changed.Tell(from); }
        return result;
    }

    // Nothing can have been decided on a merged ticket since
    private sealed record Anyhow(UnmergeTicket Command) : TicketCommand(Command.Number, int.MaxValue, Command.By);
}
