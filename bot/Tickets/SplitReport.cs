namespace Bot.Tickets;

/// <summary>拆出: messages that are another matter get a ticket of their own; silent in the group.</summary>
/// <param name="Reports">Ids of the reports to take out.</param>
public sealed record SplitReport(int Number, int Version, string By, IReadOnlyList<long> Reports) : TicketCommand(Number, Version, By);

public sealed class SplitReportHandler(TicketDesk desk, TicketsChanged changed)
{
    /// <returns>With the number of the new ticket as the message.</returns>
    public async Task<TicketResult> HandleAsync(SplitReport command, CancellationToken cancellationToken)
    {
        int opened = 0;
        TicketResult result = await desk.DecideAsync(command, async (work, token) =>
        {
            TicketReport[] reports = [.. work.Ticket.Reports.Where(report => command.Reports.Contains(report.Id))];
            opened = await work.NextNumberAsync(token);
            TicketMove move = work.Ticket.Split(reports, opened, command.By, work.Now);
            if (move.IsDone) { work.Add(OpenSplit(opened, work, reports)); }
            return move;
        }, cancellationToken);
        if (!result.IsDone) { return result; }
        changed.Tell(opened);
        return result with { Message = $"已拆成{opened}号" };
    }

    private static Ticket OpenSplit(int number, TicketWork work, TicketReport[] reports)
    {
        Ticket from = work.Ticket;
        foreach (TicketReport report in reports) { report.MergedFrom = null; }
        reports[0].IsReport = true;
        NewTicket matter = new(from.Category, from.Topic, from.Urgency, Location: null, Matter: null, from.Owner, reports);
        return Ticket.Open(number, matter, work.Now, work.Deadlines);
    }
}
