using Bot.Answers;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Frame;

/// <summary>Counts what waits for a person and lists the emergencies nobody has acknowledged.</summary>
public sealed class LiveQuery(IDbContextFactory<BotDbContext> contexts, EngineStatus engine, Silences silences)
{
    public async Task<LiveState> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return new LiveState(
            await db.WaitingForReviewAsync(scope, cancellationToken),
            await db.Questions(scope).CountAsync(item => item.State == HandOffState.Waiting, cancellationToken),
            await db.Told(scope).CountAsync(row => row.State == OutboxState.Draft, cancellationToken),
            !engine.IsReady,
            await db.OpenAlerts(scope).Select(alert => alert.Ticket).ToListAsync(cancellationToken),
            string.Join(',', silences.Now.Select(silence => $"{silence.Since.ToUnixTimeMilliseconds()}")));
    }

    public async Task<IReadOnlyList<OpenAlert>> AlertsAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OpenAlerts(scope)
            .Join(db.Set<Ticket>(), alert => alert.Ticket, ticket => ticket.Number, (alert, ticket) =>
                new OpenAlert(ticket.Number, ticket.Matter, ticket.Location, alert.Group, alert.RaisedAt, alert.Rounds))
            .ToListAsync(cancellationToken);
    }
}
