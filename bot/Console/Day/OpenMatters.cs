using System.Linq.Expressions;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>How the open tickets of a person's scope stand, counted in one query.</summary>
internal sealed record OpenMatters(int All, int Emergencies, int Overdue, int DueToday, int Overnight)
{
    public static readonly OpenMatters None = new(0, 0, 0, 0, 0);

    public static async Task<OpenMatters> CountAsync(BotDbContext db, Scope scope, DayClock day, CancellationToken cancellationToken)
    {
        (DateTimeOffset now, DateTimeOffset tomorrow, DateTimeOffset evening) = (day.Now, day.Tomorrow, day.LastEvening);
        Expression<Func<Ticket, bool>> overdue = TicketQueries.OverdueBy(now), soon = TicketQueries.OverdueBy(tomorrow);
        return await Open(db, scope).GroupBy(_ => 1).Select(open => new OpenMatters(
            open.Count(),
            open.Count(ticket => ticket.Urgency == Urgency.Emergency),
            open.AsQueryable().Count(overdue),
            open.AsQueryable().Count(soon) - open.AsQueryable().Count(overdue),
            open.Count(ticket => ticket.State == TicketState.Captured && ticket.OpenedAt >= evening)))
            .FirstOrDefaultAsync(cancellationToken) ?? None;
    }

    public static IQueryable<Ticket> Open(BotDbContext db, Scope scope) =>
        db.Set<Ticket>().AsNoTracking().Where(ticket => Ticket.OpenStates.Contains(ticket.State)).Within(scope);
}
