using Bot.Grids;
using Bot.Tickets;

namespace Bot.Figures;

/// <summary>Reads a ticket with its history as a case of the figures. Pure.</summary>
public static class CaseReading
{
    public static FigureCase Read(Ticket ticket, CommunityClock clock, DateTimeOffset now)
    {
        TicketEvent[] history = [.. ticket.History.OrderBy(line => line.At).ThenBy(line => line.Id)];
        AfterDone after = AfterDone.Read(ticket, history);
        FigureCase one = new()
        {
            Number = ticket.Number,
            Version = ticket.Version,
            Group = ticket.Group,
            Category = ticket.Category,
            Topic = ticket.Topic,
            Place = ticket.Location,
            Urgency = ticket.Urgency,
            OpenedDay = Day(ticket.OpenedAt, clock),
            DoneDay = (after.DoneAt ?? (ticket.IsOpen ? null : ticket.EndedAt)) is { } done ? Day(done, clock) : null,
            RespondBy = ticket.FirstDueAt,
            PromisedAt = ticket.IsOpen ? ticket.OverdueFrom ?? DateTimeOffset.MaxValue : null,
            MinutesToContact = Minutes(ticket.OpenedAt, ticket.ContactedAt),
            MinutesToDone = Minutes(ticket.OpenedAt, after.DoneAt),
        };
        one.Marks = Life(ticket, history) | First(ticket, now) | after.Marks | Rating(ticket);
        if (one.PromisedAt <= now) { one.Marks |= Marks.Overdue; }
        return one;
    }

    private static Marks First(Ticket ticket, DateTimeOffset now) => ticket.ContactedAt switch
    {
        { } at when at <= ticket.FirstDueAt => Marks.Due | Marks.Contacted | Marks.InTime,
        not null => Marks.Due | Marks.Contacted,
        _ when ticket.FirstDueAt <= (ticket.EndedAt ?? now) => Marks.Due,
        _ => Marks.None,
    };

    private static Marks Life(Ticket ticket, TicketEvent[] history) =>
        (ticket.State is TicketState.Rejected or TicketState.Merged ? Marks.NoCase : Marks.None)
        | (ticket.IsOpen ? Marks.Open : Marks.None)
        | (ticket.IsPrivate ? Marks.Private : Marks.None)
        | (ticket.Level > EscalationLevel.Grid ? Marks.Escalated : Marks.None)
        | (ticket.RecurrenceOf is not null ? Marks.Recurs : Marks.None)
        | (history.Any(line => line.Kind == TicketEventKind.Reopened) ? Marks.Reopened : Marks.None);

    private static Marks Rating(Ticket ticket)
    {
        TicketRating[] counted = [.. ticket.Ratings.Where(rating => !rating.IsExcluded)];
        return (counted.Length < ticket.Ratings.Count ? Marks.Excluded : Marks.None)
            | (counted.Length == 0 ? Marks.None
                : counted.Any(rating => rating.Rating == Tickets.Rating.Unsatisfied) ? Marks.Rated
                : Marks.Rated | Marks.Content);
    }

    private static DateOnly Day(DateTimeOffset at, CommunityClock clock) => DateOnly.FromDateTime(clock.Local(at));

    private static int? Minutes(DateTimeOffset from, DateTimeOffset? to) =>
        to is { } at ? Math.Max(0, (int)(at - from).TotalMinutes) : null;
}
