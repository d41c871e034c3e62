using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>中午看一眼: what came in, who is being waited for, of what residents say that it is not done.</summary>
public sealed class NoonQuery(IDbContextFactory<BotDbContext> contexts, DayClock day)
{
    private const int Shown = 5;
    private static readonly TicketEventKind[] Unhappy = [TicketEventKind.SaidNotDone, TicketEventKind.Reopened, TicketEventKind.Urged];

    public async Task<NoonModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        (DateTimeOffset now, DateTimeOffset today) = (day.Now, day.Today);
        IQueryable<Ticket> came = db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.OpenedAt >= today).Within(scope);
        IQueryable<Ticket> open = OpenMatters.Open(db, scope);
        IQueryable<int> late = open.Where(TicketQueries.OverdueBy(now)).Select(ticket => ticket.Number);
        return new NoonModel(
            await came.CountAsync(cancellationToken),
            await came.OrderByDescending(ticket => ticket.OpenedAt).Take(Shown).ToListAsync(cancellationToken),
            await open.Where(ticket => ticket.Assignee != null && (ticket.State == TicketState.Dispatched || late.Contains(ticket.Number)))
                .GroupBy(ticket => ticket.Assignee!)
                .OrderBy(theirs => theirs.Min(ticket => ticket.DueAt)).Take(Shown)
                .Select(theirs => new Waiting(theirs.Key, theirs.Count(), theirs.Min(ticket => ticket.DueAt))).ToListAsync(cancellationToken),
            await open.Where(ticket => ticket.History.Any(line => line.At >= today && Unhappy.Contains(line.Kind)))
                .OrderBy(ticket => ticket.DueAt).Take(Shown).ToListAsync(cancellationToken),
            await MorningQuery.HandedAsync(db, scope.Person, cancellationToken));
    }
}
