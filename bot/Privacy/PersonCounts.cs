using System.Text.Json;
using Bot.Messaging;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>How much there is of everybody a search has found, counted in one pass over each table.</summary>
internal sealed record PersonCounts(
    IReadOnlyList<PersonCounts.Row> Messages, IReadOnlyList<PersonCounts.Row> Reports, IReadOnlyList<PersonCounts.Row> Questions, IReadOnlyList<PersonCounts.Row> Ratings,
    IReadOnlySet<string> Wishes)
{
    private const int MostGroups = 3;

    public static async Task<PersonCounts> LoadAsync(BotDbContext db, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        string all = JsonSerializer.Serialize(names);
        return new PersonCounts(
            await db.Database.SqlQuery<Row>(
                $"""
                SELECT Channel, Sender, Conversation AS "Group", 0 AS Ticket, count(*) AS Count, max(Seq) AS Last FROM messages
                WHERE Sender IN (SELECT value FROM json_each({all})) GROUP BY Channel, Sender, Conversation
                """).ToListAsync(cancellationToken),
            await db.Database.SqlQuery<Row>(
                $"""
                SELECT Channel, Sender, "Group", TicketNumber AS Ticket, count(*) AS Count, 0 AS Last FROM ticket_reports
                WHERE Sender IN (SELECT value FROM json_each({all})) GROUP BY Channel, Sender, "Group", TicketNumber
                """).ToListAsync(cancellationToken),
            await db.Database.SqlQuery<Row>(
                $"""
                SELECT Channel, Asker AS Sender, "Group", 0 AS Ticket, count(*) AS Count, 0 AS Last FROM asked_questions
                WHERE Asker IN (SELECT value FROM json_each({all})) GROUP BY Channel, Asker, "Group"
                """).ToListAsync(cancellationToken),
            await db.Database.SqlQuery<Row>(
                $"""
                SELECT '' AS Channel, "By" AS Sender, '' AS "Group", TicketNumber AS Ticket, count(*) AS Count, 0 AS Last FROM ticket_ratings
                WHERE "By" IN (SELECT value FROM json_each({all})) GROUP BY "By", TicketNumber
                """).ToListAsync(cancellationToken),
            await db.Set<UnrecordedSender>().Select(wish => wish.Sender).ToHashSetAsync(cancellationToken));
    }

    public PersonFound Of(PersonKey key, KnownPerson person, RecordingKeys keys)
    {
        Row[] said = [.. Messages.Where(row => person.IsSaid(row.Channel, row.Sender))];
        Row[] reports = [.. Reports.Where(row => person.IsSaid(row.Channel, row.Sender))];
        int[] tickets = [.. reports.Select(row => row.Ticket)];
        Row[] groups = [.. said.Where(row => !PrivateLine.Is(row.Group)).OrderByDescending(row => row.Last)];
        return new PersonFound(
            key, person.Name, [.. person.Channels.Order(StringComparer.Ordinal)], [.. groups.Concat(reports).Select(row => row.Group).Distinct().Take(MostGroups)],
            said.Sum(row => row.Count), reports.Sum(row => row.Count), Questions.Where(row => person.IsSaid(row.Channel, row.Sender)).Sum(row => row.Count),
            Ratings.Where(row => person.Names.Contains(row.Sender) && tickets.Contains(row.Ticket)).Sum(row => row.Count),
            keys.Of(person.Members, person.Said, groups.Select(row => row.Group)).Any(Wishes.Contains));
    }

    internal sealed record Row(string Channel, string Sender, string Group, int Ticket, int Count, long Last);
}
