using Bot.Tickets;

namespace Bot.Figures;

/// <summary>A month for the record: the rates with their cases by part, what is not done yet, and what keeps coming back.</summary>
/// <param name="Unresolved">Reported by the end of the month and still open.</param>
public sealed record MonthlyReport(
    Period Month, DateTimeOffset? UpTo, Tallies All, IReadOnlyList<(string Title, Tallies Tallies)> ByGrid,
    IReadOnlyList<UnresolvedTicket> Unresolved, IReadOnlyList<Recurrence> Recurrences)
{
    /// <summary>Stands for the groups that belong to no grid.</summary>
    public const string NoGrid = "没划网格";

    public IEnumerable<(string Title, Tallies Tallies)> ByCategory =>
        All.By(tally => tally.Category).OrderBy(part => part.Key).Select(part => (part.Key.Name(), part.Value));

    public IEnumerable<(string Title, Tallies Tallies)> ByTopic => All.By(tally => tally.Topic)
        .OrderByDescending(part => part.Value.Count(Measures.Reported)).ThenBy(part => part.Key, StringComparer.Ordinal)
        .Select(part => (part.Key, part.Value));
}

/// <summary>A line of what is not done yet; of a private matter only that it is there.</summary>
public sealed record UnresolvedTicket(
    int Number, string Matter, string? Place, Category Category, string Topic, Urgency Urgency, DateTimeOffset OpenedAt, DateTimeOffset PromisedAt, TicketState State);
