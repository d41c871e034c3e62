namespace Bot.Tickets;

public enum TicketState
{
    /// <summary>Opened by the bot, not yet seen by a person.</summary>
    Captured,
    Accepted,

    /// <summary>办好: the handler says so.</summary>
    Resolved,

    /// <summary>核验: a resident confirms.</summary>
    Verified,

    /// <summary>办结.</summary>
    Closed,
    Rejected,
    Merged,
}
