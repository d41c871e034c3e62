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

    /// <summary>派单: given to a person who has not taken it yet.</summary>
    Dispatched,

    /// <summary>接单: the person it was given to is on it.</summary>
    Claimed,
}
