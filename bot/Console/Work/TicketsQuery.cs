using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>The list of tickets: by urgency, then by what is due first; ended ones by what ended last.</summary>
public sealed partial class TicketsQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, TicketSearch search)
{
    private const int PerPage = 40;

    public async Task<TicketsModel> LoadAsync(TicketFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> found = search.Find(db, filter, scope);
        TicketFilter later = filter with { State = "later", Person = filter.IsMine ? scope.Person : filter.Person };
        List<TicketRow> rows = await TicketSearch.Order(found, filter)
            .Skip((filter.Page - 1) * PerPage).Take(PerPage + 1)
            .Select(ticket => new TicketRow(
                ticket,
                ticket.Reports.Where(report => report.IsReport).Select(report => report.Sender).Distinct().Count()))
            .ToListAsync(cancellationToken);
        return new TicketsModel(
            filter,
            [.. rows.Take(PerPage)],
            rows.Count is > 0 and <= PerPage ? ((filter.Page - 1) * PerPage) + rows.Count : await found.Take(TicketsModel.MostCounted + 1).CountAsync(cancellationToken),
            rows.Count > PerPage,
            [.. community.Current.Groups.Keys.Where(scope.Covers)],
            await BuildingsAsync(db, scope, cancellationToken),
            filter.HidesLater ? await search.Find(db, later, scope).Take(TicketsModel.MostCounted).CountAsync(cancellationToken) : 0,
            later.Address(),
            await db.Set<SavedFilter>().AsNoTracking().Where(saved => saved.Person == scope.Person).OrderBy(saved => saved.Id).ToListAsync(cancellationToken));
    }

    private static async Task<string[]> BuildingsAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        List<string?> places = await db.Set<Ticket>()
            .Where(ticket => ticket.Location != null && Ticket.OpenStates.Contains(ticket.State)).Within(scope)
            .Select(ticket => ticket.Location).Distinct().ToListAsync(cancellationToken);
        return [.. places.Select(place => Building().Match(place!).Value).Where(name => name.Length > 0).Distinct()
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[^0-9]*[0-9]+号楼?")]
    private static partial Regex Building();
}
