namespace Bot.Tickets;

/// <summary>The tickets of a replay: in memory, numbered from 1, nobody is alerted.</summary>
public sealed class ReplayCaseBook(TicketDeadlines deadlines) : ICaseBook
{
    private readonly Dictionary<int, Ticket> _tickets = [];

    public IReadOnlyCollection<Ticket> Tickets => _tickets.Values;

    public ValueTask<Ticket?> FindAsync(int number, CancellationToken cancellationToken = default) =>
        _tickets.GetValueOrDefault(number) is { MergedInto: { } into } ? FindAsync(into, cancellationToken)
            : ValueTask.FromResult(_tickets.GetValueOrDefault(number));

    public ValueTask<Ticket> OpenAsync(NewTicket matter, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Ticket ticket = Ticket.Open(_tickets.Count + 1, matter, now, deadlines);
        _tickets.Add(ticket.Number, ticket);
        return ValueTask.FromResult(ticket);
    }

    public ValueTask AlertAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;

    public ValueTask TellPeopleAsync(
        Ticket ticket, TicketMove move, DateTimeOffset now, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
