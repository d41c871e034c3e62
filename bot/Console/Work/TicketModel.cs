using Bot.Console.Parts;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>A person the ticket can be given to.</summary>
/// <param name="Title">As the group knows the person.</param>
public sealed record Choice(string Name, string Title);

/// <param name="Me">Name of the reader.</param>
/// <param name="Choices">Whom it can be given to, the usual one first; without the reader and whoever has it.</param>
/// <param name="Said">Every message of the ticket in time order.</param>
/// <param name="Told">What was said, or is to be said, in the group about it.</param>
public sealed record TicketModel(
    Ticket Ticket,
    IReadOnlyList<SaidMessage> Said,
    IReadOnlyList<OutboxMessage> Told,
    Guess Guess,
    IReadOnlyList<LookAlike> LookAlikes,
    string Me,
    IReadOnlyList<Choice> Choices,
    Kept? Kept = null)
{
    public string Act => $"/console/tickets/{Ticket.Number}";

    public IEnumerable<IGrouping<string, TicketReport>> Reporters =>
        Ticket.Reports.Where(report => report.IsReport).GroupBy(report => report.Sender);

    public bool IsMine => Ticket.Assignee == Me && !Ticket.IsPhoned;

    /// <summary>Why it came back, until it is given out again.</summary>
    public TicketEvent? Returned => Ticket.IsOpen && Ticket.Assignee is null && Ticket.History.LastOrDefault(IsHandOver) is { Kind: TicketEventKind.Returned } back
        ? back : null;

    private static bool IsHandOver(TicketEvent line) =>
        line.Kind is TicketEventKind.Dispatched or TicketEventKind.Claimed or TicketEventKind.Returned or TicketEventKind.Reassigned;

    /// <summary>The newest word of staff that it is done, while the ticket is still open.</summary>
    public TicketEvent? SaidDone => Ticket.IsOpen
        ? Ticket.History.Where(line => line.Kind == TicketEventKind.SaidDone).MaxBy(line => line.At)
        : null;
}
