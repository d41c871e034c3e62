using Bot.Console.Parts;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>交班: the day in numbers, what is to be watched, and who takes over.</summary>
public sealed class ShiftQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, DayClock day, LocalTime time, ShiftDuty duty)
{
    private const int Watched = 8;
    private const int Remembered = 5;

    public async Task<ShiftModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string me = scope.Person;
        return new ShiftModel(
            await FactsAsync(db, scope, cancellationToken),
            string.Join('\n', await WatchAsync(db, scope, cancellationToken)),
            Takers(community.Current, scope, duty.Next(scope.Person)),
            await MorningQuery.HandedAsync(db, me, cancellationToken),
            await db.Set<ShiftNote>().AsNoTracking().Where(note => note.From == me || note.To == me && note.ReceivedAt != null)
                .OrderByDescending(note => note.Id).Take(Remembered).ToListAsync(cancellationToken))
        {
            Duty = duty.Of(me),
        };
    }

    /// <summary>Whoever is on duty next comes first, then those who look after the same groups.</summary>
    public static IReadOnlyList<Taker> Takers(CommunityDirectory directory, Scope scope, IReadOnlyList<string> next) =>
    [
        .. directory.People.Where(person => person.Role is not (PersonRoles.Resident or PersonRoles.Reader) && person.Name != scope.Person)
            .OrderByDescending(person => next.Contains(person.Name))
            .ThenByDescending(person => directory.Grids.Any(grid => grid.Backup == person.Name && grid.Lead == scope.Person))
            .ThenByDescending(person => person.Groups.Count(scope.Covers))
            .Select(person => new Taker(person.Name, person.Title ?? person.Name)),
    ];

    private async Task<IReadOnlyList<string>> FactsAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        DateTimeOffset today = day.Today;
        OpenMatters open = await OpenMatters.CountAsync(db, scope, day, cancellationToken);
        int came = await db.Set<Ticket>().Where(ticket => ticket.OpenedAt >= today).Within(scope).CountAsync(cancellationToken);
        int done = await db.Set<Ticket>().Where(ticket => ticket.ResolvedAt >= today).Within(scope).CountAsync(cancellationToken);
        return
        [
            $"今天新来 {came}件，办好 {done}件",
            $"还在办 {open.All}件{(open.Overdue > 0 ? $"，其中超时 {open.Overdue}件" : null)}{(open.Emergencies > 0 ? $"，紧急 {open.Emergencies}件" : null)}",
        ];
    }

    private async Task<IEnumerable<string>> WatchAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        DateTimeOffset until = day.NextNoon;
        IQueryable<Ticket> open = OpenMatters.Open(db, scope);
        IQueryable<int> late = open.Where(TicketQueries.OverdueBy(until)).Select(ticket => ticket.Number);
        List<Ticket> watched = await open.Where(ticket => ticket.Urgency == Urgency.Emergency || late.Contains(ticket.Number))
            .OrderByDescending(ticket => ticket.Urgency == Urgency.Emergency).ThenBy(ticket => ticket.DueAt).Take(Watched).ToListAsync(cancellationToken);
        return watched.Select(ticket => $"{ticket.Number}号 {Named(ticket)}：{StateSentence.Of(ticket, time).Text}");
    }

    // It is kept, printed and handed on: what is private stands on the ticket alone
    private static string Named(Ticket ticket) => ticket.IsPrivate ? "私密的事" : $"{ticket.Location}{ticket.Matter}";
}
