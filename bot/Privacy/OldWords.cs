using System.Text.Json;
using Bot.Answers;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What is said of old words elsewhere than in the messages. Each step does a part and tells how much; 0 when nothing is left.</summary>
internal static class OldWords
{
    private const int Most = 300;
    private const string TooLate = "过了保存期，没有人答";

    // notes of these are residents' words; those of the others are of staff
    private static readonly TicketEventKind[] Residents =
    [
        TicketEventKind.Joined, TicketEventKind.Located, TicketEventKind.Urged, TicketEventKind.SaidDone, TicketEventKind.SaidNotDone,
        TicketEventKind.HelpOffered, TicketEventKind.Withdrawn, TicketEventKind.Rated,
    ];

    private static readonly string Open = JsonSerializer.Serialize(Ticket.OpenStates.Select(state => (int)state));

    public static IReadOnlyList<Func<BotDbContext, long, CancellationToken, Task<int>>> Steps { get; } =
        [NotesAsync, RatingsAsync, LeftAsync, AlertsAsync, HandOffsAsync, QuestionsAsync, RunsAsync, OutboxAsync, ExamplesAsync, TicketExamplesAsync];

    /// <summary>Reports of tickets that ended, or were last touched, before then; who said them is somebody, and no more who.</summary>
    /// <param name="isWorker">Whether a name is that of somebody who works here; theirs stay.</param>
    public static async Task<(int Hidden, IReadOnlyList<string> Images)> HideReportsAsync(
        BotDbContext db, long before, Func<string, bool> isWorker, CancellationToken cancellationToken)
    {
        List<OldReport> old = await db.Database.SqlQuery<OldReport>(
            $"""
            SELECT report.Id, report.Images, report.Sender, report.TicketNumber AS Ticket FROM ticket_reports report JOIN tickets ticket ON ticket.Number = report.TicketNumber
            WHERE report.Time < {before} AND report.Text <> {GoneWords.Expired} AND ticket.State NOT IN (SELECT value FROM json_each({Open}))
                AND NOT EXISTS (SELECT 1 FROM ticket_events line WHERE line.TicketNumber = ticket.Number AND line.At >= {before})
            ORDER BY report.TicketNumber, report.Id LIMIT {Most}
            """).ToListAsync(cancellationToken);
        string ids = JsonSerializer.Serialize(old.Select(report => report.Id));
        await db.Database.ExecuteSqlAsync(
            $"UPDATE ticket_reports SET Text = {GoneWords.Expired}, Images = '[]', Phone = NULL WHERE Id IN (SELECT value FROM json_each({ids}))", cancellationToken);
        foreach ((int ticket, string sender) in old.Select(report => (report.Ticket, report.Sender)).Distinct().Where(each => !isWorker(each.Sender) && !GoneWords.IsName(each.Sender)))
        {
            await ForgetAsync(db, ticket, sender, cancellationToken);
        }
        return (old.Count, [.. old.SelectMany(report => JsonSerializer.Deserialize<string[]>(report.Images) ?? [])]);
    }

    // two who reported one matter stay two
    private static async Task ForgetAsync(BotDbContext db, int ticket, string name, CancellationToken cancellationToken)
    {
        HashSet<string> taken = await db.Set<TicketReport>().Where(report => EF.Property<int>(report, "TicketNumber") == ticket).Select(report => report.Sender).ToHashSetAsync(cancellationToken);
        string gone = Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? GoneWords.Resident : $"{GoneWords.Resident}·{n}").First(free => !taken.Contains(free));
        await db.Database.ExecuteSqlAsync($"UPDATE ticket_reports SET Sender = {gone} WHERE TicketNumber = {ticket} AND Sender = {name}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"""UPDATE ticket_events SET "By" = {gone} WHERE TicketNumber = {ticket} AND "By" = {name}""", cancellationToken);
        await db.Database.ExecuteSqlAsync($"""UPDATE ticket_ratings SET "By" = {gone} WHERE TicketNumber = {ticket} AND "By" = {name}""", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE tickets SET VerifiedBy = {gone} WHERE Number = {ticket} AND VerifiedBy = {name}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE tickets SET ClaimedBy = {gone} WHERE Number = {ticket} AND ClaimedBy = {name}", cancellationToken);
    }

    private static Task<int> LeftAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE tickets SET "Left" = NULL WHERE "Left" IS NOT NULL AND State NOT IN (SELECT value FROM json_each({Open}))
            AND NOT EXISTS (SELECT 1 FROM ticket_events line WHERE line.TicketNumber = tickets.Number AND line.At >= {before})
        """, cancellationToken);

    // 试问 and batches: what was tried stays with what is kept of it
    private static async Task<int> RunsAsync(BotDbContext db, long before, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM question_run_rows WHERE Run IN (SELECT Id FROM question_runs WHERE StartedAt < {before})", cancellationToken);
        return await db.Database.ExecuteSqlAsync($"DELETE FROM question_runs WHERE StartedAt < {before}", cancellationToken);
    }

    private static Task<int> NotesAsync(BotDbContext db, long before, CancellationToken cancellationToken)
    {
        string kinds = JsonSerializer.Serialize(Residents.Select(kind => (int)kind));
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ticket_events SET Note = NULL WHERE Id IN (
                SELECT line.Id FROM ticket_events line JOIN tickets ticket ON ticket.Number = line.TicketNumber
                WHERE line.At < {before} AND line.Note IS NOT NULL AND line.Kind IN (SELECT value FROM json_each({kinds}))
                    AND ticket.State NOT IN (SELECT value FROM json_each({Open})) LIMIT {Most})
            """, cancellationToken);
    }

    private static Task<int> RatingsAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"UPDATE ticket_ratings SET Reason = NULL WHERE At < {before} AND Reason IS NOT NULL", cancellationToken);

    private static Task<int> AlertsAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE alerts SET Text = {GoneWords.Expired} WHERE RaisedAt < {before} AND Text <> {GoneWords.Expired}
            AND Ticket NOT IN (SELECT Number FROM tickets WHERE State IN (SELECT value FROM json_each({Open})))
        """, cancellationToken);

    private static Task<int> QuestionsAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE asked_questions SET Question = {GoneWords.Expired}, Asker = {GoneWords.Resident}, Reply = {GoneWords.Expired} WHERE Id IN (
            SELECT Id FROM asked_questions WHERE AskedAt < {before} AND Question <> {GoneWords.Expired} LIMIT {Most})
        """, cancellationToken);

    // a question that nobody answered in all that time is nobody's any more
    private static Task<int> HandOffsAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE hand_offs SET Question = {GoneWords.Expired}, Added = NULL, Asker = {GoneWords.Resident},
            Reason = iif(State = 0, {TooLate}, Reason), State = iif(State = 0, {(int)HandOffState.Dismissed}, State), Version = Version + 1
        WHERE Number IN (SELECT Number FROM hand_offs WHERE AskedAt < {before} AND Question <> {GoneWords.Expired} LIMIT {Most})
        """, cancellationToken);

    // the community's own notices and the consent text say nothing of anybody
    private static Task<int> OutboxAsync(BotDbContext db, long before, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM outbox WHERE Id IN (
            SELECT Id FROM outbox WHERE CreatedAt < {before} AND NoticeRun IS NULL AND Key NOT LIKE 'consent:%' AND State NOT IN ({(int)OutboxState.Queued}, {(int)OutboxState.Sending})
                AND (Ticket IS NULL OR Ticket NOT IN (SELECT Number FROM tickets WHERE State IN (SELECT value FROM json_each({Open})))) LIMIT {Most})
        """, cancellationToken);

    private static async Task<int> ExamplesAsync(BotDbContext db, long before, CancellationToken cancellationToken)
    {
        DateTimeOffset then = DateTimeOffset.FromUnixTimeMilliseconds(before);
        List<MessageCorrection> old = await db.Set<MessageCorrection>().AsTracking()
            .Where(kept => kept.At < then && kept.Sender != GoneWords.Resident).Take(Most).ToListAsync(cancellationToken);
        foreach (MessageCorrection kept in old) { (kept.Sender, kept.Text) = (GoneWords.Resident, PersonalNumbers.Mask(kept.Text)); }
        return old.Count;
    }

    private static async Task<int> TicketExamplesAsync(BotDbContext db, long before, CancellationToken cancellationToken)
    {
        DateTimeOffset then = DateTimeOffset.FromUnixTimeMilliseconds(before);
        List<Correction> old = await db.Set<Correction>().AsTracking()
            .Where(kept => kept.At < then && kept.Sender != GoneWords.Resident).Take(Most).ToListAsync(cancellationToken);
        foreach (Correction kept in old) { (kept.Sender, kept.Text) = (GoneWords.Resident, PersonalNumbers.Mask(kept.Text)); }
        return old.Count;
    }

    private sealed record OldReport(long Id, string Images, string Sender, int Ticket);
}
