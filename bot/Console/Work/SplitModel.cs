using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>The form 拆分 as it stands: which messages leave, and what they are about.</summary>
public sealed record SplitModel(Ticket Ticket, IReadOnlyCollection<long> Chosen, CorrectForm Form, string? Error = null)
{
    public string Act => $"/console/tickets/{Ticket.Number}";

    public IEnumerable<TicketReport> Reports => Ticket.Reports.OrderBy(report => report.Time).ThenBy(report => report.Id);
}
