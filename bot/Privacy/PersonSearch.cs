using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What there is of one sender.</summary>
/// <param name="Channels">Where they were heard.</param>
public sealed record PersonFound(string Name, string Channels, int Messages, int Reports, int Questions, int Ratings, bool IsUnrecorded);

/// <summary>Finds senders by a part of their name.</summary>
public sealed class PersonSearch(IDbContextFactory<BotDbContext> contexts)
{
    public const int Most = 30;

    public async Task<IReadOnlyList<PersonFound>> FindAsync(string part, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<PersonFound>(
            $"""
            SELECT name AS Name,
                coalesce((SELECT group_concat(DISTINCT Channel) FROM messages WHERE Sender = name), '') AS Channels,
                (SELECT count(*) FROM messages WHERE Sender = name) AS Messages,
                (SELECT count(*) FROM ticket_reports WHERE Sender = name) AS Reports,
                (SELECT count(*) FROM asked_questions WHERE Asker = name) AS Questions,
                (SELECT count(*) FROM ticket_ratings WHERE "By" = name) AS Ratings,
                EXISTS (SELECT 1 FROM unrecorded WHERE Sender = name) AS IsUnrecorded
            FROM (
                SELECT Sender AS name FROM messages WHERE instr(Sender, {part}) > 0 AND Role <> 4
                UNION SELECT Sender FROM ticket_reports WHERE instr(Sender, {part}) > 0
                UNION SELECT Asker FROM asked_questions WHERE instr(Asker, {part}) > 0
                UNION SELECT Name FROM members WHERE instr(Name, {part}) > 0
                UNION SELECT Sender FROM unrecorded WHERE instr(Sender, {part}) > 0
                UNION SELECT Name FROM people WHERE instr(Name, {part}) > 0 AND Role = 'resident')
            WHERE name NOT IN ({GoneWords.Person}, {GoneWords.Resident}) ORDER BY length(name), name LIMIT {Most}
            """).ToListAsync(cancellationToken);
    }
}
