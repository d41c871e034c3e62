using Bot.Console.Day;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Mine;

/// <summary>What a person has in hand, by building, in the order of the walk.</summary>
public sealed class MineQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, DayClock day)
{
    private const int Shown = 60;

    public async Task<MineModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> all = Work.TicketSearch.InHand(OpenMatters.Open(db, scope), scope.Person);
        IQueryable<Ticket> mine = all.Where(ticket => ticket.SnoozedUntil == null && !ticket.SnoozedForReply);
        List<Ticket> tickets = await mine.OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.DueAt).Take(Shown).ToListAsync(cancellationToken);
        int[] numbers = [.. tickets.Select(ticket => ticket.Number)];
        int[] callable = await db.Set<Ticket>().Where(ticket => numbers.Contains(ticket.Number) && ticket.Reports.Any(report => report.Phone != null))
            .Select(ticket => ticket.Number).ToArrayAsync(cancellationToken);
        return new MineModel(
            scope.Person,
            community.Current.TitleOf(scope.Person),
            Walk(tickets, callable.ToHashSet()),
            tickets.Count < Shown ? tickets.Count : await mine.CountAsync(cancellationToken),
            day.Now)
        {
            Later = await all.CountAsync(ticket => ticket.SnoozedUntil != null || ticket.SnoozedForReply, cancellationToken),
            SeesPrivate = scope.SeesPrivate,
        };
    }

    private IReadOnlyList<Stop> Walk(List<Ticket> tickets, HashSet<int> callable) =>
    [
        .. tickets.GroupBy(ticket => Building.Of(ticket, community.Current)).OrderBy(stop => stop.Key.Order).Select(stop => new Stop(
            stop.Key.Name,
            [.. stop],
            stop.Count(ticket => ticket.IsOverdue(day.Tomorrow) && !ticket.IsOverdue(day.Now)),
            stop.Count(ticket => ticket.IsOverdue(day.Now)),
            callable)),
    ];
}
