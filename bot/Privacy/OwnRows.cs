using System.Text.Json;
using Bot.Answers;
using Bot.Messaging;
using Bot.Messaging.Members;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What a person said themselves: tickets and questions stay without their words, the rest goes. Each part is a unit of work of its own.</summary>
internal sealed class OwnRows(PersonWords words, WordTraces traces, string gone)
{
    private const string Machine = "机器人";
    private const string Reason = "问的人要求删除";
    private const int Batch = 200;

    private KnownPerson Person => words.Person;

    public IEnumerable<Func<BotDbContext, CancellationToken, Task>> Parts(DateTimeOffset now) =>
    [
        TicketsAsync,
        ExamplesAsync,
        .. words.Reports.Chunk(Batch).Select(some => (Func<BotDbContext, CancellationToken, Task>)((db, token) => ReportsAsync(db, some, token))),
        .. words.Asked.Chunk(Batch).Select(some => (Func<BotDbContext, CancellationToken, Task>)((db, token) => AskedAsync(db, some, token))),
        (db, token) => HandOffsAsync(db, now, token),
        .. words.Messages.Select(message => message.Seq).Chunk(Batch).Select(some => (Func<BotDbContext, CancellationToken, Task>)((db, token) => MessageRemoval.RunAsync(db, some, token))),
        MembersAsync,
    ];

    // the names that tell who did something with a ticket, where they had a word in it
    private async Task TicketsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        string names = JsonSerializer.Serialize(Person.Names);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ticket_events SET "By" = {gone}, Note = NULL
            WHERE "By" IN (SELECT value FROM json_each({names})) AND TicketNumber IN (SELECT value FROM json_each({words.TicketsJson}))
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE ticket_ratings SET "By" = {gone}, Reason = NULL
            WHERE "By" IN (SELECT value FROM json_each({names})) AND TicketNumber IN (SELECT value FROM json_each({words.TicketsJson}))
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE tickets SET VerifiedBy = {gone} WHERE VerifiedBy IN (SELECT value FROM json_each({names})) AND Number IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE tickets SET ClaimedBy = {gone} WHERE ClaimedBy IN (SELECT value FROM json_each({names})) AND Number IN (SELECT value FROM json_each({words.TicketsJson}))", cancellationToken);
    }

    private async Task ReportsAsync(BotDbContext db, OwnReport[] some, CancellationToken cancellationToken)
    {
        long[] ids = [.. some.Select(report => report.Id)];
        foreach (TicketReport report in await db.Set<TicketReport>().AsTracking().Where(report => ids.Contains(report.Id)).ToListAsync(cancellationToken))
        {
            (report.Text, report.Images, report.Phone, report.Sender) = (GoneWords.Erased, [], null, gone);
            if (Person.IsLine(report.Channel, report.Conversation)) { report.Conversation = PrivateLine.To(gone); }
        }
    }

    private async Task AskedAsync(BotDbContext db, AskedQuestion[] some, CancellationToken cancellationToken)
    {
        long[] ids = [.. some.Select(asked => asked.Id)];
        foreach (AskedQuestion asked in await db.Set<AskedQuestion>().AsTracking().Where(asked => ids.Contains(asked.Id)).ToListAsync(cancellationToken))
        {
            (asked.Question, asked.Asker, asked.Reply) = (GoneWords.Erased, gone, GoneWords.Erased);
            if (Person.IsLine(asked.Channel, asked.Conversation)) { asked.Conversation = PrivateLine.To(gone); }
        }
    }

    private async Task HandOffsAsync(BotDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int[] numbers = [.. words.HandOffs.Select(item => item.Number)];
        foreach (HandOff item in await db.Set<HandOff>().AsTracking().Where(item => numbers.Contains(item.Number)).ToListAsync(cancellationToken))
        {
            (item.Question, item.Added, item.Asker) = (GoneWords.Erased, null, gone);
            if (item.Answer is { } answer && traces.In(answer)) { item.Answer = GoneWords.Erased; }
            if (Person.IsLine(item.Channel, item.Conversation)) { item.Conversation = PrivateLine.To(gone); }
            item.Dismiss(Reason, Machine, now);
        }
    }

    private Task<int> MembersAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        long[] ids = [.. Person.Members.Select(member => member.Id)];
        return db.Set<Member>().Where(member => ids.Contains(member.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    // an example of a ticket holds the words of everybody who reported it
    private async Task ExamplesAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        string[] names = [.. Person.Names];
        long[] seqs = [.. words.Messages.Select(message => message.Seq)];
        List<Correction> kept = await db.Set<Correction>().Where(kept => words.Tickets.Contains(kept.Ticket)).ToListAsync(cancellationToken);
        long[] ids = [.. kept.Where(one => names.Contains(one.Sender) || traces.In(one.Text)).Select(one => one.Id)];
        await db.Set<Correction>().Where(one => ids.Contains(one.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (long[] some in seqs.Chunk(500)) { await db.Set<MessageCorrection>().Where(one => some.Contains(one.MessageSeq)).ExecuteDeleteAsync(cancellationToken); }
        // kept longer than the message itself, under the name as long as that was there
        List<MessageCorrection> copies = await db.Set<MessageCorrection>().Where(one => names.Contains(one.Sender)).ToListAsync(cancellationToken);
        long[] theirs = [.. copies.Where(one => !Person.HasNamesake || traces.Are(one.Text)).Select(one => one.Id)];
        await db.Set<MessageCorrection>().Where(one => theirs.Contains(one.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
