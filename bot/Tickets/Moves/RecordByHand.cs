using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets.Moves;

/// <summary>代记: a matter told by telephone, face to face or by another system becomes a ticket like any other; accepted at once where somebody here wrote it down.</summary>
/// <param name="By">Whoever wrote it down; null where nobody here did, and then it waits in 待审.</param>
/// <param name="Key">Drawn by the form: a post that comes twice is written once.</param>
/// <param name="Channel">One of <see cref="ByHand"/>.</param>
/// <param name="Group">The group whose matter it is.</param>
/// <param name="Who">As the reporter is called; null when they would not say.</param>
/// <param name="Photo">Name of a stored picture.</param>
/// <param name="Into">Number of the open ticket it belongs to; null to open one.</param>
public sealed record RecordByHand(
    string? By, string Key, string Channel, string Group, string Text, TicketCorrection Labels,
    string? Who, string? Phone, string? Photo, bool TellGroup, int? Into = null);

/// <param name="Refusal">Why nothing was written; null when it was.</param>
/// <param name="IsRaised">Whether the ticket it joined became an emergency by it.</param>
public sealed record RecordedByHand(int Ticket, string? Refusal = null, bool IsRaised = false);

public sealed class RecordByHandHandler(
    WriteQueue queue, CommunityStore community, TicketDeadlines deadlines, Alerts alerts, TicketsChanged changed, Outbox outbox,
    GroupChannels channels, TimeProvider clock)
{
    public Task<RecordedByHand> HandleAsync(RecordByHand command, CancellationToken cancellationToken) =>
        queue.RunAsync((db, token) => WriteAsync(db, command, token), cancellationToken);

    private async Task<RecordedByHand> WriteAsync(BotDbContext db, RecordByHand command, CancellationToken cancellationToken)
    {
        string id = $"hand:{command.Key}";
        int? written = await db.Set<Ticket>().Where(ticket => ticket.Reports.Any(report => report.Channel == command.Channel && report.MessageId == id))
            .Select(ticket => (int?)ticket.Number).FirstOrDefaultAsync(cancellationToken);
        if (written is { } before) { return new RecordedByHand(before); }
        DateTimeOffset now = clock.GetUtcNow();
        TicketReport report = await ReportAsync(db, command, id, now, cancellationToken);
        DbCaseBook book = new(db, community.Current, deadlines, alerts, changed);
        return command.Into is { } into
            ? await JoinAsync(book, into, report, command.Labels.Urgency, now, cancellationToken)
            : await OpenAsync(db, book, command, report, now, cancellationToken);
    }

    private async Task<TicketReport> ReportAsync(BotDbContext db, RecordByHand command, string id, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        Group = command.Group,
        Channel = command.Channel,
        Conversation = command.TellGroup ? command.Group : "",
        MessageId = id,
        Sender = command.Who ?? $"{ByHand.TitleOf(command.Channel)}居民",
        Text = command.Text,
        Images = command.Photo is { } photo ? [photo] : [],
        Time = now,
        Phone = command.Phone,
        ToldThrough = command.TellGroup ? await channels.OfAsync(db, command.Group, cancellationToken) : null,
    };

    private async Task<RecordedByHand> JoinAsync(
        DbCaseBook book, int into, TicketReport report, Urgency? urgency, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Ticket? ticket = await book.FindAsync(into, cancellationToken);
        if (ticket is null) { return new RecordedByHand(into, $"没有{into}号工单"); }
        if (!ticket.IsOpen) { return new RecordedByHand(into, $"{into}号{ticket.State.Title()}，不能并入"); }
        TicketMove move = ticket.Join(report, deadlines);
        await book.TellPeopleAsync(ticket, move, now, cancellationToken);
        bool raised = move.IsDone && urgency == Urgency.Emergency
            && ticket.Raise(Urgency.Emergency, report.Sender, now, deadlines).Heard == Heard.BecameEmergency;
        if (raised) { await book.AlertAsync(ticket, now, cancellationToken); }
        return new RecordedByHand(ticket.Number, move.Refusal, raised);
    }

    private async Task<RecordedByHand> OpenAsync(
        BotDbContext db, DbCaseBook book, RecordByHand command, TicketReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TicketCorrection labels = command.Labels;
        NewTicket matter = new(
            labels.Category ?? Category.Living,
            labels.Topic ?? "其他",
            labels.Urgency ?? Urgency.Normal,
            labels.Location is { Length: > 0 } place ? place : null,
            labels.Matter,
            community.Current.LeadOf(command.Group)?.Name ?? command.By,
            [report]);
        Ticket ticket = await book.OpenAsync(matter, now, cancellationToken);
        if (command.By is { } by) { ticket.Accept(by, now); }
        if (report.ToldThrough is { } channel && !ticket.IsPrivate) { Tell(db, ticket, channel, command.Group, now); }
        return new RecordedByHand(ticket.Number);
    }

    // Nobody in the group said it: nobody there is called by name
    private void Tell(BotDbContext db, Ticket ticket, string channel, string group, DateTimeOffset now)
    {
        string text = new TicketReplies(community.Current, deadlines.Clock).Opening(ticket, "", now);
        outbox.Say(db, new OutboxMessage
        {
            Key = $"hand:{ticket.Number}",
            Channel = channel,
            Conversation = group,
            Text = text,
            Ticket = ticket.Number,
            Promises = TicketReplies.PromiseIn(text, ticket, deadlines.Clock, now),
        });
    }
}
