namespace Bot.Tickets.Moves;

/// <summary>拆出: messages that are another matter get a ticket of their own; silent in the group.</summary>
/// <param name="Reports">Ids of the reports to take out.</param>
/// <param name="Labels">What the other matter is and where, when the person said so; it then needs no review.</param>
public sealed record SplitReport(int Number, int Version, string By, IReadOnlyList<long> Reports, TicketCorrection? Labels = null)
    : TicketCommand(Number, Version, By)
{
    public override string? Written => Labels?.Matter;

    public override int Longest => TicketCorrection.MatterLength;
}

public sealed class SplitReportHandler(TicketDesk desk, TicketsChanged changed)
{
    /// <returns>With the number of the new ticket as the message.</returns>
    public async Task<TicketResult> HandleAsync(SplitReport command, CancellationToken cancellationToken)
    {
        int opened = 0;
        TicketResult result = await desk.DecideAsync(command, async (work, token) =>
        {
            TicketReport[] reports = [.. work.Ticket.Reports.Where(report => command.Reports.Contains(report.Id))
                .OrderByDescending(report => report.IsReport).ThenBy(report => report.Time)];
            opened = await work.NextNumberAsync(token);
            TicketMove move = work.Ticket.Split(reports, opened, command.By, work.Now);
            if (!move.IsDone) { return move; }
            Ticket split = OpenSplit(opened, work, reports, command);
            work.Add(split);
            if (split.Urgency == Urgency.Emergency) { await work.AlertAsync(split, token); }
            return move;
        }, cancellationToken);
        if (!result.IsDone) { return result; }
        changed.Tell(opened);
        return result with { Message = $"已拆成{opened}号" };
    }

    private static Ticket OpenSplit(int number, TicketWork work, TicketReport[] reports, SplitReport command)
    {
        TicketCorrection? labels = command.Labels;
        Ticket from = work.Ticket;
        foreach (TicketReport report in reports) { report.MergedFrom = null; }
        reports[0].IsReport |= !reports.Any(report => report.IsReport);
        string? place = labels?.Location?.Trim() is { Length: > 0 } said ? said : null;
        NewTicket matter = new(labels?.Category ?? from.Category, labels?.Topic ?? from.Topic, labels?.Urgency ?? from.Urgency, place,
            labels?.Matter, from.Owner, reports);
        Ticket split = Ticket.Open(number, matter, work.Now, work.Deadlines);
        split.IsPrivate |= from.IsPrivate;
        if (labels is not null) { split.Accept(command.By, work.Now); }
        return split;
    }
}
