using System.Text.RegularExpressions;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Takes the door of a person's home out of the places of their tickets; the house stays.</summary>
internal static partial class HomePlaces
{
    /// <summary>The places that are a home of theirs, and what is left of them.</summary>
    public static IReadOnlyDictionary<string, string> Of(KnownPerson person, IEnumerable<(string Place, bool IsTheirsAlone)> places) => places
        .Where(each => Door().IsMatch(each.Place) && (each.IsTheirsAlone || person.Names.Any(name => Names(name, each.Place))))
        .Select(each => each.Place).Distinct().ToDictionary(place => place, place => Door().Replace(place, ""));

    public static async Task<IReadOnlyDictionary<string, string>> LoadAsync(BotDbContext db, PersonWords words, CancellationToken cancellationToken)
    {
        List<Ticket> tickets = await db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Reports)
            .Where(ticket => words.Tickets.Contains(ticket.Number) && ticket.Location != null).ToListAsync(cancellationToken);
        return Of(words.Person, tickets.Select(ticket => (ticket.Location!, ticket.Reports.Where(report => report.IsReport).All(report => words.IsOwn("ticket_reports", report.Id)))));
    }

    public static async Task RemoveAsync(BotDbContext db, PersonWords words, IReadOnlyDictionary<string, string> homes, CancellationToken cancellationToken)
    {
        foreach ((string home, string house) in homes)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE decisions SET Location = {house} WHERE Location = {home} AND Ticket IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE agenda_items SET Place = {house} WHERE Place = {home} AND Ticket IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE figure_cases SET Place = {house} WHERE Place = {home} AND Number IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE tickets SET Location = {house} WHERE Location = {home} AND Number IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
        }
    }

    // 9-9-909金丝雀 lives in 9号楼9单元909室: the numbers of the place stand in the name, in their order
    private static bool Names(string name, string place)
    {
        string[] told = [.. Number().Matches(name).Select(match => match.Value)];
        string[] wanted = [.. Number().Matches(place).Select(match => match.Value)];
        return wanted.Length >= 2 && told.Length >= 2 && wanted[^1] == told[^1] && wanted[0] == told[0];
    }

    [GeneratedRegex(@"\d{3,4}室|[东西中南北]户")]
    private static partial Regex Door();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
