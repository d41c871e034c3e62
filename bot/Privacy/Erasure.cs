using System.Text.Json;
using Bot.Answers;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What one person said and where it was copied to; takes it away in one unit of work.</summary>
internal sealed class Erasure(string name, List<Message> messages, List<TicketReport> reports, List<int> tickets)
{
    public IReadOnlyList<Message> Messages => messages;

    public IReadOnlyList<TicketReport> Reports => reports;

    public IReadOnlyList<int> Tickets => tickets;

    public IEnumerable<string> Images => messages.SelectMany(message => message.Images).Concat(_reportImages);

    private readonly string[] _reportImages = [.. reports.SelectMany(report => report.Images)];
    private readonly string _line = PrivateLine.To(name);

    public static async Task<Erasure> LoadAsync(BotDbContext db, string name, CancellationToken cancellationToken)
    {
        string line = PrivateLine.To(name);
        List<Message> messages = await db.Set<Message>().AsNoTracking().Where(message => message.Sender == name || message.Conversation == line).ToListAsync(cancellationToken);
        List<TicketReport> reports = await db.Set<TicketReport>().AsTracking().Where(report => report.Sender == name).ToListAsync(cancellationToken);
        List<int> tickets = await db.Set<TicketReport>().Where(report => report.Sender == name).Select(report => EF.Property<int>(report, "TicketNumber")).Distinct().ToListAsync(cancellationToken);
        return new Erasure(name, messages, reports, tickets);
    }

    public async Task RunAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        WordTraces traces = new([.. messages.Select(message => message.Text), .. reports.Select(report => report.Text), .. await OtherWordsAsync(db, cancellationToken)]);
        await OutboxAsync(db, traces, cancellationToken);
        await NotesAsync(db, traces, cancellationToken);
        foreach (TicketReport report in reports) { (report.Text, report.Images, report.Phone, report.Sender) = (GoneWords.Erased, [], null, GoneWords.Person); }
        await QuestionsAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (long[] some in messages.Select(message => message.Seq).Chunk(500)) { await MessageRemoval.RunAsync(db, some, cancellationToken); }
        await db.Set<MessageCorrection>().Where(kept => kept.Sender == name).ExecuteDeleteAsync(cancellationToken);
        await TicketExamplesAsync(db, traces, cancellationToken);
        await KnownAsync(db, cancellationToken);
    }

    private async Task<List<string>> OtherWordsAsync(BotDbContext db, CancellationToken cancellationToken) =>
    [
        .. await db.Set<AskedQuestion>().Where(asked => asked.Asker == name).Select(asked => asked.Question).ToListAsync(cancellationToken),
        .. await db.Set<HandOff>().Where(item => item.Asker == name).Select(item => item.Question + "\n" + item.Added).ToListAsync(cancellationToken),
        .. await db.Set<MessageCorrection>().Where(kept => kept.Sender == name).Select(kept => kept.Text).ToListAsync(cancellationToken),
    ];

    // what was said to them and of their matters; and the same among the messages, where the bot's words stand too
    private async Task OutboxAsync(BotDbContext db, WordTraces traces, CancellationToken cancellationToken)
    {
        string ids = JsonSerializer.Serialize(messages.Select(message => message.MessageId));
        string numbers = JsonSerializer.Serialize(tickets);
        List<OutboxMessage> rows = await db.Set<OutboxMessage>().FromSql(
            $"""
            SELECT * FROM outbox WHERE Conversation = {_line} OR Ticket IN (SELECT value FROM json_each({numbers})) OR ReplyTo IN (SELECT value FROM json_each({ids}))
                OR (Conversation LIKE '私信:%' AND Ticket IS NULL)
            """).AsTracking().ToListAsync(cancellationToken);
        HashSet<string> answered = [.. messages.Select(message => message.MessageId)];
        List<string> hidden = [];
        foreach (OutboxMessage row in rows)
        {
            bool theirs = row.Conversation == _line;
            if (row.ReplyTo is { } quoted && answered.Contains(quoted)) { row.ReplyTo = null; }
            if (!theirs && !traces.In(row.Text)) { continue; }
            hidden.Add(row.Key);
            if (row.SentAs is { } sent) { hidden.Add(sent); }
            row.Text = GoneWords.Erased;
            if (row.State is OutboxState.Queued or OutboxState.Draft or OutboxState.Muted) { row.State = OutboxState.Dropped; }
        }
        string copies = JsonSerializer.Serialize(hidden);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE messages SET Text = {GoneWords.Erased} WHERE Role = {(int)SenderRole.Bot} AND MessageId IN (SELECT value FROM json_each({copies}))", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE messages SET ReplyTo = NULL WHERE ReplyTo IN (SELECT value FROM json_each({ids})) AND Sender <> {name}", cancellationToken);
    }

    private async Task NotesAsync(BotDbContext db, WordTraces traces, CancellationToken cancellationToken)
    {
        foreach (Alert alert in await db.Set<Alert>().AsTracking().Where(alert => tickets.Contains(alert.Ticket)).ToListAsync(cancellationToken))
        {
            if (traces.In(alert.Text)) { alert.Text = GoneWords.Erased; }
        }
        foreach (TicketEvent line in await db.Set<TicketEvent>().AsTracking()
            .Where(line => line.Note != null && (line.By == name || tickets.Contains(EF.Property<int>(line, "TicketNumber")))).ToListAsync(cancellationToken))
        {
            if (line.By == name || traces.In(line.Note!)) { line.Note = null; }
        }
        foreach (TicketRating rating in await db.Set<TicketRating>().AsTracking().Where(rating => rating.By == name).ToListAsync(cancellationToken)) { rating.Reason = null; }
        // others who quoted them, in a pasted record or where the channel tells only the words
        foreach (Message other in await db.Set<Message>().FromSql($"SELECT * FROM messages WHERE Sender <> {name} AND Role <> {(int)SenderRole.Bot} AND instr(Text, {name}) > 0")
            .AsTracking().ToListAsync(cancellationToken))
        {
            if (traces.In(other.Text)) { other.Text = GoneWords.Erased; }
        }
    }

    private async Task QuestionsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        foreach (AskedQuestion asked in await db.Set<AskedQuestion>().AsTracking().Where(asked => asked.Asker == name).ToListAsync(cancellationToken))
        {
            (asked.Question, asked.Asker, asked.Reply) = (GoneWords.Erased, GoneWords.Person, GoneWords.Erased);
        }
        foreach (HandOff item in await db.Set<HandOff>().AsTracking().Where(item => item.Asker == name).ToListAsync(cancellationToken))
        {
            (item.Question, item.Added, item.Asker) = (GoneWords.Erased, null, GoneWords.Person);
        }
    }

    // an example of a ticket holds the words of everybody who reported it
    private async Task TicketExamplesAsync(BotDbContext db, WordTraces traces, CancellationToken cancellationToken)
    {
        List<Correction> kept = await db.Set<Correction>().Where(kept => kept.Sender == name || tickets.Contains(kept.Ticket)).ToListAsync(cancellationToken);
        long[] ids = [.. kept.Where(one => one.Sender == name || traces.In(one.Text)).Select(one => one.Id)];
        await db.Set<Correction>().Where(one => ids.Contains(one.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (ShiftWords note in await db.Database.SqlQuery<ShiftWords>($"SELECT Id, Words FROM shift_notes").ToListAsync(cancellationToken))
        {
            if (!traces.In(note.Words)) { continue; }
            await db.Database.ExecuteSqlAsync($"UPDATE shift_notes SET Words = {GoneWords.Erased} WHERE Id = {note.Id}", cancellationToken);
        }
    }

    private sealed record ShiftWords(long Id, string Words);

    // The wish not to be recorded outlives the name, as a sum from which no name can be read
    private async Task KnownAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        string sum = Bot.Messaging.Privacy.UnrecordedSender.SumOf(name);
        await db.Database.ExecuteSqlAsync($"UPDATE OR REPLACE unrecorded SET Sender = {sum} WHERE Sender = {name}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM members WHERE Name = {name} OR Person = {name}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM conversations WHERE Name = {_line}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM chat_records WHERE instr(Lines, {name}) > 0 OR instr(Roles, {name}) > 0", cancellationToken);
    }
}
