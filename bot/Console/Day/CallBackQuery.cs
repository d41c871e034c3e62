using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>A reporter by telephone or at the door who has not been told how it ended.</summary>
public sealed record CallBackRow(int Number, string Matter, string Sender, string Channel);

/// <summary>请回电: results that wait for a call, the oldest first.</summary>
public sealed class CallBackQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<CallBackRow>> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WaitingCalls(scope).OrderBy(row => row.Ticket.Number).Take(Shown)
            .Select(row => new CallBackRow(row.Ticket.Number, row.Ticket.Matter, row.Report.Sender, row.Report.Channel))
            .ToListAsync(cancellationToken);
    }
}
