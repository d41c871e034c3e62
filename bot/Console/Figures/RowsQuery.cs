using Bot.Console.Parts;
using Bot.Figures;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Figures;

/// <summary>The tickets behind a number of the figures.</summary>
public sealed class RowsQuery(FiguresQuery figures, IDbContextFactory<BotDbContext> contexts, CommunityStore community, LocalTime clock)
{
    public async Task<RowsModel> LoadAsync(Measure measure, FigureAsk ask, int page, Scope scope, CancellationToken cancellationToken)
    {
        Period period = ask.Period(clock.Day(clock.Now));
        Slice slice = ask.Slice(period, GridGroups.Of(community.Current, scope));
        int skip = (page - 1) * RowsModel.PerPage;
        IReadOnlyList<int> numbers = await figures.NumbersAsync(measure, slice, skip, RowsModel.PerPage, cancellationToken);
        int total = await figures.CountAsync(measure, slice, cancellationToken);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<int, Ticket> tickets = await db.Set<Ticket>().AsNoTracking().Within(scope).Where(ticket => numbers.Contains(ticket.Number))
            .ToDictionaryAsync(ticket => ticket.Number, cancellationToken);
        return new RowsModel(ask, period, measure, [.. numbers.Select(number => new FigureRow(number, tickets.GetValueOrDefault(number)))], total, page);
    }
}
