using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>看急诊 → 治病根: what came back to the same place, most often first.</summary>
public sealed class RecurrencesQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, CommunityClock zone, TimeProvider clock)
{
    /// <summary>How far back a chain is counted.</summary>
    public const int Days = 90;

    private const string NoTopic = "其他";

    /// <param name="groups">Null for all.</param>
    public async Task<(IReadOnlyList<Recurrence> Found, int Total)> LoadAsync(
        IReadOnlyList<string>? groups, int skip, int take, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<FigureCase> lately = Lately(db, groups);
        var repeated = lately.GroupBy(one => new { one.Place, one.Topic })
            .Where(same => same.Count() > 1 || same.Max(one => (int)(one.Marks & Marks.Recurs)) > 0).Select(same => same.Key);
        var cases = await lately.Join(repeated, one => new { one.Place, one.Topic }, key => key, (one, _) => new { one.Number, one.Group, one.Place, one.Topic, one.Marks })
            .ToListAsync(cancellationToken);
        var chains = cases.GroupBy(one => (Compound: CompoundOf(one.Group), one.Place, one.Topic))
            .Where(same => same.Count() > 1 || same.Any(one => one.Marks.HasFlag(Marks.Recurs)))
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Max(one => one.Number)).ToList();
        List<Recurrence> found = [];
        foreach (var chain in chains.Skip(skip).Take(take))
        {
            found.Add(await ChainAsync(db, groups, [.. chain.Select(one => one.Number)], chain.Key.Place!, chain.Key.Topic, cancellationToken));
        }
        return (found, chains.Count);
    }

    /// <summary>The chain that a ticket belongs to; null when it came once.</summary>
    public async Task<Recurrence?> OfAsync(Ticket ticket, IReadOnlyList<string>? groups, CancellationToken cancellationToken)
    {
        if (ticket.Location is not { } place || (ticket.Topic == NoTopic && ticket.RecurrenceOf is null)) { return null; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        var same = await Lately(db, groups).Where(one => one.Place == place && one.Topic == ticket.Topic)
            .Select(one => new { one.Number, one.Group }).ToListAsync(cancellationToken);
        string compound = CompoundOf(ticket.Group);
        int[] numbers = [.. same.Where(one => CompoundOf(one.Group) == compound).Select(one => one.Number).Append(ticket.Number).Distinct()];
        Recurrence chain = await ChainAsync(db, groups, numbers, place, ticket.Topic, cancellationToken);
        return chain.Times.Count > 1 ? chain : null;
    }

    private IQueryable<FigureCase> Lately(BotDbContext db, IReadOnlyList<string>? groups)
    {
        DateOnly since = DateOnly.FromDateTime(zone.Local(clock.GetUtcNow())).AddDays(-Days);
        return db.Set<FigureCase>().Where(one => one.OpenedDay >= since && one.Place != null && (one.Marks & (Marks.NoCase | Marks.Private)) == 0
            && (one.Topic != NoTopic || (one.Marks & Marks.Recurs) != 0) && (groups == null || groups.Contains(one.Group)));
    }

    private async Task<Recurrence> ChainAsync(
        BotDbContext db, IReadOnlyList<string>? groups, int[] numbers, string place, string topic, CancellationToken cancellationToken)
    {
        Dictionary<int, RecurrenceTime> times = [];
        int[] wanted = numbers;
        // what it recurs of may have been reported before the days that are counted
        while (wanted.Length > 0)
        {
            foreach (RecurrenceTime time in await TimesAsync(db, groups, wanted, cancellationToken)) { times[time.Number] = time; }
            wanted = [.. times.Values.Select(time => time.Earlier).OfType<int>().Where(earlier => !times.ContainsKey(earlier) && wanted.Contains(earlier) is false).Distinct()];
            if (times.Count == 0 || wanted.Any(one => one >= times.Keys.Max())) { break; }
        }
        DateTimeOffset since = clock.GetUtcNow().AddDays(-Days);
        RecurrenceTime[] all = [.. times.Values.OrderByDescending(time => time.OpenedAt)];
        string[] concerned = [.. all.Select(time => time.Group).Distinct()];
        return new Recurrence(place, topic, all, all.Count(time => time.OpenedAt >= since), await db.Set<AgendaItem>().AsNoTracking()
            .Where(item => item.Place == place && item.Topic == topic && concerned.Contains(item.Group))
            .OrderByDescending(item => item.Id).ToListAsync(cancellationToken));
    }

    private static Task<List<RecurrenceTime>> TimesAsync(
        BotDbContext db, IReadOnlyList<string>? groups, int[] numbers, CancellationToken cancellationToken) =>
        db.Set<Ticket>().Where(ticket => numbers.Contains(ticket.Number) && !ticket.IsPrivate && (groups == null || groups.Contains(ticket.Group))).Select(ticket => new RecurrenceTime(
            ticket.Number, ticket.Group, ticket.OpenedAt, ticket.ClosedAt ?? ticket.VerifiedAt ?? ticket.ResolvedAt, ticket.Matter,
            ticket.Cause ?? ticket.Reason, ticket.State, ticket.RecurrenceOf)).ToListAsync(cancellationToken);

    private string CompoundOf(string group) => community.Current.CompoundOf(group)?.Name ?? "";
}
