namespace Bot.Tickets;

public enum TicketEventKind
{
    Opened, Joined, Located, Raised, Accepted, Corrected, Rejected, MergedInto, Absorbed, Split,
    Urged, Noted, SaidDone, SaidNotDone, HelpOffered, Resolved, Verified, Reopened, Withdrawn, Closed, Acknowledged,
    Dispatched, Claimed, Returned, Reassigned, Unmerged, TakenBack,
    Escalated, Snoozed, Woken, Contacted, Planned, PromiseChanged, HalfDone, Rated, ExclusionAsked, RatingExcluded, MadePrivate, MadePublic, PromiseMissed, FeedbackMissed, PlaceAsked, Undone, Recalled,
}

/// <summary>One line of a ticket's history.</summary>
public sealed class TicketEvent
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public TicketEventKind Kind { get; set; }

    /// <summary>Who did it: a person's name, a resident's nickname, or "机器人".</summary>
    public required string By { get; set; }
    public string? Note { get; set; }

    /// <summary>State of the ticket after it.</summary>
    public TicketState State { get; set; }

    /// <summary>Version of the ticket after it.</summary>
    public int Version { get; set; }

    /// <summary>Whether it may have changed what the matter is, where and how urgent.</summary>
    public bool ChangesLabels => Kind is TicketEventKind.Located or TicketEventKind.Raised or TicketEventKind.Corrected
        or TicketEventKind.Absorbed or TicketEventKind.TakenBack;

    /// <summary>Whether its note holds what a resident said; of every other kind it is staff's or the program's.</summary>
    public bool HoldsResidentsWords => Kind is TicketEventKind.Opened or TicketEventKind.Joined or TicketEventKind.Urged or TicketEventKind.SaidDone
        or TicketEventKind.SaidNotDone or TicketEventKind.HelpOffered or TicketEventKind.Withdrawn or TicketEventKind.Rated;

    /// <summary>Whether a form that was opened before it must not be saved over it.</summary>
    public bool MakesStale => By != Ticket.Machine && Kind is TicketEventKind.Accepted or TicketEventKind.Corrected or TicketEventKind.Rejected
        or TicketEventKind.MergedInto or TicketEventKind.Split or TicketEventKind.Resolved or TicketEventKind.Verified
        or TicketEventKind.Reopened or TicketEventKind.Closed or TicketEventKind.Dispatched or TicketEventKind.Claimed
        or TicketEventKind.Returned or TicketEventKind.Reassigned or TicketEventKind.Unmerged or TicketEventKind.TakenBack
        or TicketEventKind.Escalated or TicketEventKind.Snoozed or TicketEventKind.PromiseChanged or TicketEventKind.HalfDone
        or TicketEventKind.MadePrivate or TicketEventKind.MadePublic;
}
