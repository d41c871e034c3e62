using System.Text.Json;
using Bot.Answers;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What one person said, as it is stored, with what the bot said on their own line.</summary>
/// <param name="Messages">With those of their own line, whoever said them.</param>
/// <param name="Tickets">Numbers of the tickets they had a word in.</param>
internal sealed record PersonWords(
    KnownPerson Person, IReadOnlyList<Message> Messages, IReadOnlyList<OwnReport> Reports, IReadOnlyList<AskedQuestion> Asked, IReadOnlyList<HandOff> HandOffs,
    IReadOnlyList<OwnRating> Ratings, IReadOnlyList<int> Tickets)
{
    /// <summary>Their own messages.</summary>
    public IEnumerable<Message> Said => Messages.Where(message => Person.IsSaid(message.Channel, message.Sender));

    public IEnumerable<string> Images => Messages.SelectMany(message => message.Images).Concat(Reports.SelectMany(report => report.Images));

    public IEnumerable<string> Texts =>
    [
        .. Said.Select(message => message.Text), .. Reports.Select(report => report.Text), .. Asked.Select(asked => asked.Question),
        .. HandOffs.Select(item => item.Question), .. HandOffs.SelectMany(item => item.Added?.Split('\n') ?? []), .. Ratings.Select(rating => rating.Reason).OfType<string>(),
    ];

    private readonly HashSet<(string, long)> _own =
    [
        .. Messages.Select(message => ("messages", message.Seq)), .. Reports.Select(report => ("ticket_reports", report.Id)),
        .. Asked.Select(asked => ("asked_questions", asked.Id)), .. HandOffs.Select(item => ("hand_offs", (long)item.Number)), .. Ratings.Select(rating => ("ticket_ratings", rating.Id)),
    ];

    /// <summary>Whether the row is what they said, and goes as a whole.</summary>
    public bool IsOwn(string table, long row) => _own.Contains((table, row));

    public string TicketsJson => JsonSerializer.Serialize(Tickets);

    public string IdsJson => JsonSerializer.Serialize(Said.Select(message => (message.Channel, message.MessageId))
        .Concat(Reports.Select(report => (report.Channel, report.MessageId))).Concat(Asked.Select(asked => (asked.Channel, asked.MessageId)))
        .Distinct().Select(each => $"{each.Channel}\n{each.MessageId}"));

    public static async Task<PersonWords> LoadAsync(BotDbContext db, KnownPerson person, CancellationToken cancellationToken)
    {
        string[] names = [.. person.Said.Select(said => said.Sender).Distinct()];
        string[] lines = [.. person.Lines.Select(line => line.Conversation).Distinct()];
        List<Message> messages = await db.Set<Message>().AsNoTracking().Where(message => names.Contains(message.Sender) || lines.Contains(message.Conversation))
            .OrderBy(message => message.Seq).ToListAsync(cancellationToken);
        List<OwnReport> reports = await db.Set<TicketReport>().AsNoTracking().Where(report => names.Contains(report.Sender)).OrderBy(report => report.Id)
            .Select(report => new OwnReport(
                report.Id, EF.Property<int>(report, "TicketNumber"), report.Channel, report.MessageId, report.Sender, report.Time, report.Text, report.Phone, report.Images))
            .ToListAsync(cancellationToken);
        reports.RemoveAll(report => !person.IsSaid(report.Channel, report.Sender));
        int[] tickets = [.. reports.Select(report => report.Ticket).Distinct()];
        List<AskedQuestion> asked = await db.Set<AskedQuestion>().AsNoTracking().Where(one => names.Contains(one.Asker)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        List<HandOff> handOffs = await db.Set<HandOff>().AsNoTracking().Where(one => names.Contains(one.Asker)).OrderBy(one => one.Number).ToListAsync(cancellationToken);
        List<OwnRating> ratings = await db.Set<TicketRating>().AsNoTracking()
            .Where(rating => names.Contains(rating.By) && tickets.Contains(EF.Property<int>(rating, "TicketNumber"))).OrderBy(rating => rating.Id)
            .Select(rating => new OwnRating(rating.Id, EF.Property<int>(rating, "TicketNumber"), rating.At, rating.Rating, rating.Reason)).ToListAsync(cancellationToken);
        return new PersonWords(
            person, [.. messages.Where(message => person.IsLine(message.Channel, message.Conversation) || person.IsSaid(message.Channel, message.Sender))],
            reports, [.. asked.Where(one => person.IsSaid(one.Channel, one.Asker))], [.. handOffs.Where(one => person.IsSaid(one.Channel, one.Asker))], ratings, tickets);
    }
}

internal sealed record OwnReport(
    long Id, int Ticket, string Channel, string MessageId, string Sender, DateTimeOffset Time, string Text, string? Phone, IReadOnlyList<string> Images);

internal sealed record OwnRating(long Id, int Ticket, DateTimeOffset At, Rating Rating, string? Reason);
