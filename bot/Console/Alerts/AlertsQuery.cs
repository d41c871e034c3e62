using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Alerts;

/// <summary>Emergencies and how they were called out, within what a person may see.</summary>
public sealed class AlertsQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int Most = 50;

    public async Task<AlertsModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<AlertRow> open = await Rows(db, scope, db.OpenAlerts()).ToListAsync(cancellationToken);
        IQueryable<Alert> past = db.Set<Alert>().Where(alert => alert.AcknowledgedAt != null).OrderByDescending(alert => alert.Id);
        return new AlertsModel(open, await Rows(db, scope, past).Take(Most).ToListAsync(cancellationToken));
    }

    /// <summary>The calls of one ticket, the newest first.</summary>
    public async Task<IReadOnlyList<Alert>> OfTicketAsync(int number, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Alert>().Where(alert => alert.Ticket == number).OrderByDescending(alert => alert.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a person may see the ticket.</summary>
    public async Task<bool> SeesAsync(int number, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().Within(scope).AnyAsync(ticket => ticket.Number == number, cancellationToken);
    }

    private static IQueryable<AlertRow> Rows(BotDbContext db, Scope scope, IQueryable<Alert> alerts) =>
        alerts.Join(db.Set<Ticket>().Within(scope), alert => alert.Ticket, ticket => ticket.Number,
            (alert, ticket) => new AlertRow(alert, ticket.Matter, ticket.Location));
}
