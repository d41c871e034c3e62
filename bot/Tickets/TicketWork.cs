using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Tickets;

/// <summary>One person's decision on one ticket, inside its unit of work.</summary>
internal sealed class TicketWork(
    BotDbContext db, Ticket ticket, CommunityDirectory directory, TicketDeadlines deadlines, DateTimeOffset now, Outbox outbox, Alerts alerts)
{
    public Ticket Ticket => ticket;

    public TicketDeadlines Deadlines => deadlines;

    public DateTimeOffset Now => now;

    public Task<Ticket?> FindAsync(int number, CancellationToken cancellationToken) => db.FindTicketAsync(number, cancellationToken);

    public Task<int> NextNumberAsync(CancellationToken cancellationToken) => db.NextTicketNumberAsync(cancellationToken);

    public void Add(Ticket opened) => db.Add(opened);

    public Task AlertAsync(Ticket emergency, CancellationToken cancellationToken) =>
        alerts.RaiseAsync(db, emergency, directory, now, cancellationToken);

    public Task EndAlertsAsync(string by, CancellationToken cancellationToken) => alerts.EndAsync(db, ticket.Number, by, now, cancellationToken);

    /// <summary>Says what is to be heard wherever the matter was reported, quoting its first report there.</summary>
    public void Tell(Heard heard)
    {
        TicketReplies replies = new(directory, deadlines.Clock);
        foreach (TicketReport report in ticket.FirstReports)
        {
            if (replies.For(heard, ticket, report.Sender, now) is not { } text) { continue; }
            outbox.Say(db, new OutboxMessage
            {
                Key = $"ticket:{ticket.Number}:{ticket.Version}:{report.Channel}:{report.Conversation}",
                Channel = report.Channel,
                Conversation = report.Conversation,
                Text = text,
                ReplyTo = report.MessageId,
                Ticket = ticket.Number,
            });
        }
    }

    /// <summary>Keeps the correction as a labelled example.</summary>
    /// <param name="reports">The messages it speaks of; null for those of the ticket.</param>
    public void Learn(
        MatterLabels before, MatterLabels after, string by, IReadOnlyList<TicketReport>? reports = null, int? sameAs = null)
    {
        TicketReport[] said = [.. (reports ?? ticket.Reports).Where(report => report.IsReport)];
        db.Add(new Correction
        {
            Ticket = ticket.Number,
            Group = ticket.Group,
            Sender = said.Length > 0 ? said[0].Sender : "",
            Text = string.Join('\n', said.Select(report => report.Text)),
            Before = before,
            After = after,
            SameAs = sameAs,
            By = by,
            At = now,
        });
    }
}
