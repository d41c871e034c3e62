using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>Reads a month for the report, of what a person sees.</summary>
public sealed class MonthlyReportQuery(
    FiguresQuery figures, RecurrencesQuery recurrences, CaseKeeper keeper, CommunityStore community, CommunityClock clock, IDbContextFactory<BotDbContext> contexts)
{
    private const int Unresolved = 2000;
    private const int Recurring = 50;

    public async Task<MonthlyReport> LoadAsync(Period month, Scope scope, CancellationToken cancellationToken)
    {
        Slice slice = new(month.From, month.To, scope.Groups);
        Tallies all = await figures.TallyAsync(slice, cancellationToken);
        CommunityDirectory directory = community.Current;
        IReadOnlyDictionary<string, Tallies> byGrid = new Tallies([.. all.All.Where(tally => directory.Groups.ContainsKey(tally.Group))])
            .By(tally => directory.GridOf(tally.Group)?.Name ?? MonthlyReport.NoGrid);
        string[] order = [.. directory.Grids.Select(grid => grid.Name).Append(MonthlyReport.NoGrid)];
        return new MonthlyReport(
            month,
            keeper.UpTo,
            all,
            [.. order.Distinct().Where(byGrid.ContainsKey).Select(name => (name, byGrid[name]))],
            await UnresolvedAsync(month, scope, cancellationToken),
            (await recurrences.LoadAsync(scope.Groups, 0, Recurring, cancellationToken)).Found);
    }

    private async Task<IReadOnlyList<UnresolvedTicket>> UnresolvedAsync(Period month, Scope scope, CancellationToken cancellationToken)
    {
        DateTimeOffset end = clock.Instant(month.Next.From.ToDateTime(TimeOnly.MinValue));
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().Where(ticket => Ticket.OpenStates.Contains(ticket.State) && ticket.OpenedAt < end).Within(scope)
            .OrderBy(ticket => ticket.DueAt).Take(Unresolved)
            .Select(ticket => new UnresolvedTicket(
                ticket.Number, ticket.IsPrivate ? "不公开的事" : ticket.Matter, ticket.IsPrivate ? null : ticket.Location, ticket.Category,
                ticket.IsPrivate ? "" : ticket.Topic, ticket.Urgency, ticket.OpenedAt, ticket.PromisedAt, ticket.State))
            .ToListAsync(cancellationToken);
    }
}
