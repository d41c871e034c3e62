namespace Bot.Tickets;

/// <summary>The tickets as triage sees them: the database inside a unit of work, or a replay's memory.</summary>
public interface ICaseBook
{
    /// <summary>
    /// The ticket with its reports and history, or the one it was merged into; changes to it are kept. Null when there is none.
    /// </summary>
    ValueTask<Ticket?> FindAsync(int number, CancellationToken cancellationToken = default);

    /// <summary>Opens a ticket at the given time with the next number; an emergency is alerted.</summary>
    ValueTask<Ticket> OpenAsync(NewTicket matter, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Alerts people to a ticket that became an emergency; nothing in a replay.</summary>
    ValueTask AlertAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells people what a resident's word did: owner and assignee hear on the private line of what is not well and of an answer that
    /// was waited for; an emergency that began, came back or got worse is alerted. Nothing for any other move, nothing in a replay.
    /// </summary>
    ValueTask TellPeopleAsync(Ticket ticket, TicketMove move, DateTimeOffset now, CancellationToken cancellationToken = default);
}
