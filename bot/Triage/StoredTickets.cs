using System.Runtime.CompilerServices;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// The stored tickets as far as triage remembers them, a few thousand at a time and only the columns it looks at: there may be
/// a million.
/// </summary>
internal static class StoredTickets
{
    private const int Chunk = 4000;

    /// <param name="db">The tables.</param>
    /// <param name="since">What ended before is left out.</param>
    /// <param name="groups">Only of these groups; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<Ticket> ReadAsync(
        BotDbContext db, DateTimeOffset since, IReadOnlyList<string>? groups, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IQueryable<Ticket> living = db.Set<Ticket>().Where(ticket => (ticket.ClosedAt == null || ticket.ClosedAt > since)
            && ((ticket.State != TicketState.Rejected && ticket.State != TicketState.Merged) || ticket.OpenedAt > since));
        living = groups is null ? living : living.Where(ticket => groups.Contains(ticket.Group));
        for (int last = 0; ;)
        {
            int after = last;
            Dictionary<int, Ticket> tickets = await living.Where(ticket => ticket.Number > after).OrderBy(ticket => ticket.Number).Take(Chunk)
                .Select(ticket => new Ticket
                {
                    Number = ticket.Number,
                    Group = ticket.Group,
                    Topic = ticket.Topic,
                    Matter = "",
                    Location = ticket.Location,
                    Category = ticket.Category,
                    Urgency = ticket.Urgency,
                    State = ticket.State,
                    AskedAt = ticket.AskedAt,
                    Thanked = ticket.Thanked,
                    VerifiedAt = ticket.VerifiedAt,
                    ClosedAt = ticket.ClosedAt,
                    MergedInto = ticket.MergedInto,
                }).ToDictionaryAsync(ticket => ticket.Number, cancellationToken);
            if (tickets.Count == 0)
            {
                yield break;
            }

            last = tickets.Keys.Max();
            await AddReportsAsync(db, tickets, tickets.Keys.Min(), last, cancellationToken);
            await AddQuestionsAsync(db, tickets, tickets.Keys.Min(), last, cancellationToken);
            foreach (Ticket ticket in tickets.Values)
            {
                yield return ticket;
            }
        }
    }

    // Of the history only that a person asked where it is, and nobody has said
    private static async Task AddQuestionsAsync(BotDbContext db, Dictionary<int, Ticket> tickets, int first, int last, CancellationToken cancellationToken)
    {
        var questions = db.Set<Ticket>().Where(ticket => ticket.Number >= first && ticket.Number <= last && ticket.Location == null)
            .SelectMany(ticket => ticket.History.Where(line => line.Kind == TicketEventKind.PlaceAsked), (ticket, line) => new { ticket.Number, line.At });
        await foreach (var question in questions.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            tickets.GetValueOrDefault(question.Number)?.History.Add(new TicketEvent { By = "", Kind = TicketEventKind.PlaceAsked, At = question.At });
        }
    }

    private static async Task AddReportsAsync(BotDbContext db, Dictionary<int, Ticket> tickets, int first, int last, CancellationToken cancellationToken)
    {
        var reports = db.Set<TicketReport>()
            .Where(report => EF.Property<int>(report, "TicketNumber") >= first && EF.Property<int>(report, "TicketNumber") <= last)
            .OrderBy(report => EF.Property<int>(report, "TicketNumber")).ThenBy(report => report.Id)
            .Select(report => new { Ticket = EF.Property<int>(report, "TicketNumber"), report.Group, report.MessageId, report.Sender, report.Text, report.Time, report.IsReport });
        await foreach (var report in reports.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (tickets.TryGetValue(report.Ticket, out Ticket? ticket))
            {
                ticket.Reports.Add(new TicketReport
                {
                    Group = report.Group,
                    Channel = "",
                    Conversation = "",
                    MessageId = report.MessageId,
                    Sender = report.Sender,
                    Text = report.Text,
                    Time = report.Time,
                    IsReport = report.IsReport,
                });
            }
        }
    }
}
