using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Tickets;

/// <summary>The tickets of the database, inside one unit of work on the writer.</summary>
public sealed class DbCaseBook(
    BotDbContext db, CommunityDirectory directory, TicketDeadlines deadlines, Alerts alerts, TicketsChanged changed) : ICaseBook
{
    private readonly HashSet<int> _touched = [];
    private readonly HashSet<int> _waiting = [];

    public async ValueTask<Ticket?> FindAsync(int number, CancellationToken cancellationToken = default)
    {
        Ticket? ticket = await db.FindTicketAsync(number, cancellationToken);
        while (ticket?.MergedInto is { } into) { ticket = await db.FindTicketAsync(into, cancellationToken); }
        if (ticket is { SnoozedForReply: true }) { _waiting.Add(ticket.Number); }
        if (ticket is not null) { TellAfterCommit(ticket); }
        return ticket;
    }

    public async ValueTask<Ticket> OpenAsync(NewTicket matter, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Ticket ticket = Ticket.Open(await db.NextTicketNumberAsync(cancellationToken), matter, now, deadlines);
        db.Add(ticket);
        Steps.ReachedOnSave(db, Steps.TicketSaved);
        TellAfterCommit(ticket);
        if (ticket.Urgency == Urgency.Emergency) { await AlertAsync(ticket, now, cancellationToken); }
        return ticket;
    }

    public async ValueTask AlertAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await alerts.RaiseAsync(db, ticket, directory, now, cancellationToken);

    public async ValueTask TellPeopleAsync(
        Ticket ticket, TicketMove move, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (!move.IsDone) { return; }
        string? trouble = AlertCalls.Trouble(move.Heard);
        if (move.ReachesGroup || ticket.State is TicketState.Verified or TicketState.Closed)
        {
            await db.DropHeldAsync(ticket.Number, now, cancellationToken);
        }
        bool alarms = ticket is { Urgency: Urgency.Emergency, IsOpen: true } && (trouble is not null || move.Heard == Heard.BecameEmergency);
        IReadOnlyList<string> called = alarms ? await alerts.RaiseAsync(db, ticket, directory, now, cancellationToken) : [];
        if (_waiting.Remove(ticket.Number) && !ticket.SnoozedForReply) { trouble ??= "居民回话了，不用再等"; }
        if (trouble is not null) { alerts.TellInCharge(db, ticket, trouble, directory, now, called); }
    }

    private void TellAfterCommit(Ticket ticket)
    {
        if (!_touched.Add(ticket.Number)) { return; }
        int version = ticket.Version;
        bool isNew = ticket.History.Count <= 1;
        db.AfterCommit(() =>
        {
            if (isNew || ticket.Version != version) { changed.Tell(ticket.Number); }
        });
    }
}
