using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>The tickets a filter names, within what the reader may see; the list and its sheet hold the same rows.</summary>
public sealed class TicketSearch(CommunityClock clock, TimeProvider time)
{
    private static readonly TimeSpan SearchedWords = TimeSpan.FromDays(400);

    public IQueryable<Ticket> Find(BotDbContext db, TicketFilter filter, Scope scope)
    {
        IQueryable<Ticket> tickets = db.Set<Ticket>().AsNoTracking().Within(scope);
        string? words = filter.Words?.Trim().TrimEnd('号').Trim();
        // A number names one ticket, whatever its state
        if (int.TryParse(words, out int number)) { return tickets.Where(ticket => ticket.Number == number); }
        TicketState[] states = filter.States;
        tickets = states.Length == Enum.GetValues<TicketState>().Length ? tickets : tickets.Where(ticket => states.Contains(ticket.State));
        tickets = ByLabels(ByTime(tickets, filter), filter);
        if (filter.IsLater) { tickets = tickets.Where(ticket => ticket.SnoozedUntil != null || ticket.SnoozedForReply); }
        if (filter.HidesLater) { tickets = tickets.Where(ticket => ticket.SnoozedUntil == null && !ticket.SnoozedForReply); }
        if (filter.IsMine) { tickets = InHand(tickets, scope.Person); }
        if (Has(filter.Person)) { tickets = InHand(tickets, filter.Person!); }
        if (Has(filter.Group)) { tickets = tickets.Where(ticket => ticket.Reports.Any(report => report.Group == filter.Group)); }
        if (Has(filter.Building)) { tickets = tickets.Where(ticket => ticket.Location!.StartsWith(filter.Building!)); }
        return string.IsNullOrEmpty(words) ? tickets : Saying(tickets, words, scope.MayFind(words));
    }

    /// <summary>Given to the person, or theirs and given to nobody, or given by them on the telephone.</summary>
    internal static IQueryable<Ticket> InHand(IQueryable<Ticket> tickets, string person) => tickets.Where(ticket =>
        ticket.Assignee == person || (ticket.Assignee == null && ticket.Owner == person) || (ticket.IsPhoned && ticket.Dispatcher == person));

    // what was said is read word by word: of years of messages that would take too long
    private IQueryable<Ticket> Saying(IQueryable<Ticket> tickets, string words, bool inReports)
    {
        DateTimeOffset since = time.GetUtcNow() - SearchedWords;
        return tickets.Where(ticket => ticket.Matter.Contains(words) || ticket.Topic.Contains(words) || ticket.Location!.Contains(words)
            || (inReports && ticket.OpenedAt >= since && ticket.Reports.Any(report => report.Text.Contains(words) || report.Sender.Contains(words))));
    }

    public static IOrderedQueryable<Ticket> Order(IQueryable<Ticket> tickets, TicketFilter filter) => filter.StateName switch
    {
        "open" or "mine" or "later" => tickets.OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.DueAt),
        _ => tickets.OrderByDescending(ticket => ticket.Number),
    };

    private IQueryable<Ticket> ByTime(IQueryable<Ticket> tickets, TicketFilter filter)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTime day = clock.Local(now).Date;
        (DateTimeOffset today, DateTimeOffset tomorrow) = (clock.Instant(day), clock.Instant(day.AddDays(1)));
        if (filter.Due == TicketFilter.Late) { tickets = tickets.Where(ticket => Ticket.OpenStates.Contains(ticket.State)).Where(TicketQueries.OverdueBy(now)); }
        if (filter.Due == TicketFilter.Today)
        {
            tickets = tickets.Where(ticket => Ticket.OpenStates.Contains(ticket.State))
                .Where(TicketQueries.OverdueBy(tomorrow)).Where(TicketQueries.InTimeUntil(now));
        }
        if (filter.Opened == TicketFilter.Today) { tickets = tickets.Where(ticket => ticket.OpenedAt >= today); }
        if (TicketFilter.DayOf(filter.Opened) is { } first)
        {
            DateTimeOffset from = clock.Instant(first);
            tickets = tickets.Where(ticket => ticket.OpenedAt >= from);
        }
        if (TicketFilter.DayOf(filter.Until) is { } last)
        {
            DateTimeOffset to = clock.Instant(last.AddDays(1));
            tickets = tickets.Where(ticket => ticket.OpenedAt < to);
        }
        return tickets;
    }

    private static IQueryable<Ticket> ByLabels(IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (LabelNames.TryParse(filter.Urgency, out Urgency urgency)) { tickets = tickets.Where(ticket => ticket.Urgency == urgency); }
        if (LabelNames.TryParse(filter.Category, out Category category)) { tickets = tickets.Where(ticket => ticket.Category == category); }
        return Has(filter.Topic) ? tickets.Where(ticket => ticket.Topic == filter.Topic) : tickets;
    }

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
