using System.Linq.Expressions;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>Reads that several features share.</summary>
public static class TicketQueries
{
    /// <summary>The ticket with its reports and history in order; one opened in this unit of work is found too.</summary>
    public static async Task<Ticket?> FindTicketAsync(this BotDbContext db, int number, CancellationToken cancellationToken)
    {
        if (db.Set<Ticket>().Local.FirstOrDefault(ticket => ticket.Number == number) is { } tracked) { return tracked; }
        return await db.Set<Ticket>()
            .Include(ticket => ticket.Reports.OrderBy(report => report.Id))
            .Include(ticket => ticket.History.OrderBy(line => line.Id))
            .Include(ticket => ticket.Ratings.OrderBy(rating => rating.Id))
            .AsSplitQuery()
            .FirstOrDefaultAsync(ticket => ticket.Number == number, cancellationToken);
    }

    /// <summary>
    /// Those a person may see: reported in a group of theirs, or in their hands. A private one is not seen by 物业 and 只读
    /// unless it was given to them.
    /// </summary>
    public static IQueryable<Ticket> Within(this IQueryable<Ticket> tickets, Scope scope)
    {
        if (scope.Groups is { } groups)
        {
            tickets = tickets.Where(ticket => groups.Contains(ticket.Group) || ticket.Assignee == scope.Person || ticket.Owner == scope.Person
                || ticket.Reports.Any(report => groups.Contains(report.Group)));
        }
        return scope.SeesPrivate
            ? tickets
            : tickets.Where(ticket => !ticket.IsPrivate || ticket.Assignee == scope.Person || ticket.Owner == scope.Person);
    }

    /// <summary>Of open ones: what is 超时 by then, as <see cref="Ticket.IsOverdue"/> says of one.</summary>
    public static Expression<Func<Ticket, bool>> OverdueBy(DateTimeOffset by) => ticket =>
        ((ticket.KeptFor == null || ticket.KeptFor != ticket.PromisedAt) && (ticket.MissedFor == null ? ticket.PromisedAt : ticket.DueAt) <= by)
        || ticket.FeedbackDueAt <= by;

    /// <summary>Of open ones: what is not.</summary>
    public static Expression<Func<Ticket, bool>> InTimeUntil(DateTimeOffset by) => ticket =>
        (ticket.KeptFor == ticket.PromisedAt || (ticket.MissedFor == null ? ticket.PromisedAt : ticket.DueAt) > by) && (ticket.FeedbackDueAt == null || ticket.FeedbackDueAt > by);

    /// <summary>Emergencies nobody has acknowledged, the newest first.</summary>
    public static IQueryable<Alert> OpenAlerts(this BotDbContext db) =>
        db.Set<Alert>().Where(alert => alert.AcknowledgedAt == null).OrderByDescending(alert => alert.Id);

    /// <summary>The number of the next ticket; only for a unit of work on the writer.</summary>
    internal static async Task<int> NextTicketNumberAsync(this BotDbContext db, CancellationToken cancellationToken)
    {
        int stored = await db.Set<Ticket>().MaxAsync(ticket => (int?)ticket.Number, cancellationToken) ?? 0;
        return Math.Max(stored, db.Set<Ticket>().Local.Select(ticket => ticket.Number).DefaultIfEmpty().Max()) + 1;
    }
}
