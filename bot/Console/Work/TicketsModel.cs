using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>A ticket as a line of the list, and how many people reported it.</summary>
public sealed record TicketRow(Ticket Ticket, int Reporters);

public sealed record TicketsModel(
    TicketFilter Filter,
    IReadOnlyList<TicketRow> Rows,
    int Total,
    bool HasMore,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Buildings,
    int Later,
    string LaterAddress,
    IReadOnlyList<SavedFilter> Saved);
