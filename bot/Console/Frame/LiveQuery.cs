using Bot.Answers;
using Bot.Console.Parts;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Frame;

/// <summary>Counts what waits and lists the emergencies nobody has acknowledged.</summary>
public sealed class LiveQuery(IDbContextFactory<BotDbContext> contexts, EngineStatus engine)
{
    public async Task<LiveState> LoadAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return new LiveState(
            await db.WaitingForReviewAsync(cancellationToken),
            await db.Set<HandOff>().CountAsync(item => item.State == HandOffState.Waiting, cancellationToken),
            await db.Set<OutboxMessage>().CountAsync(row => row.State == OutboxState.Draft, cancellationToken),
            !engine.IsReady,
            await Open(db).Select(alert => alert.Ticket).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<OpenAlert>> AlertsAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db)
            .Join(db.Set<Ticket>(), alert => alert.Ticket, ticket => ticket.Number, (alert, ticket) =>
                new OpenAlert(ticket.Number, ticket.Matter, ticket.Location, alert.Group, alert.RaisedAt, alert.Rounds))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Alert> Open(BotDbContext db) =>
        db.Set<Alert>().Where(alert => alert.AcknowledgedAt == null).OrderByDescending(alert => alert.Id);
}
