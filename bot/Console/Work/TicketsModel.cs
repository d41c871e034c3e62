using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>A ticket as a line of the list, and how many people reported it.</summary>
public sealed record TicketRow(Ticket Ticket, int Reporters);

/// <param name="Total">How many there are; beyond <see cref="MostCounted"/> they are not counted.</param>
public sealed record TicketsModel(
    TicketFilter Filter,
    IReadOnlyList<TicketRow> Rows,
    int Total,
    bool HasMore,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Buildings,
    int Later,
    string LaterAddress,
    IReadOnlyList<SavedFilter> Saved)
{
    // counting a hundred thousand costs more than the page
    public const int MostCounted = 2000;

    public string Count => Total > MostCounted ? $"{MostCounted}件以上" : $"{Total}件";
}
