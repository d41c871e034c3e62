using Bot.Console.Parts;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Work;

/// <param name="Said">Every message of the ticket in time order.</param>
/// <param name="Told">What was said, or is to be said, in the group about it.</param>
public sealed record TicketModel(
    Ticket Ticket,
    IReadOnlyList<SaidMessage> Said,
    IReadOnlyList<OutboxMessage> Told,
    Guess Guess,
    IReadOnlyList<LookAlike> LookAlikes,
    Kept? Kept = null)
{
    public string Act => $"/console/tickets/{Ticket.Number}";

    public IEnumerable<IGrouping<string, TicketReport>> Reporters =>
        Ticket.Reports.Where(report => report.IsReport).GroupBy(report => report.Sender);

    /// <summary>The newest word of staff that it is done, while the ticket is still open.</summary>
    public TicketEvent? SaidDone => Ticket.IsOpen
        ? Ticket.History.Where(line => line.Kind == TicketEventKind.SaidDone).MaxBy(line => line.At)
        : null;
}
