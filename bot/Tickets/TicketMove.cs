namespace Bot.Tickets;

/// <summary>What the group is to hear of a move; its text is in <see cref="TicketReplies"/>.</summary>
public enum Heard
{
    Silent,
    Receipt,
    Emergency,

    /// <summary>An issue that turned into an emergency.</summary>
    BecameEmergency,
    Urged,
    Reopened,
    Worse,
    Relapsed,
    Claimed,

    /// <summary>Done, please confirm.</summary>
    Resolved,
    Thanked,
    ClosedUnfixed,

    /// <summary>好了一半, the handler says, and what is left.</summary>
    HalfDone,

    /// <summary>A resident says that half of it is still to be done.</summary>
    HalfReopened,
    PromiseChanged,

    /// <summary>A person asks where it is.</summary>
    PlaceAsked,

    /// <summary>Others take care of it, and where the group can call them.</summary>
    HandedOn,

    /// <summary>A person hands it out again, with a new time.</summary>
    HandedAgain,

    /// <summary>A resident asks after what a person took for no matter: the group hears nothing, whoever is in charge does.</summary>
    Contradicted,

    /// <summary>不满意 before anyone confirmed it: the group hears nothing, whoever is in charge does.</summary>
    Unhappy,
}

public enum MoveOutcome
{
    Done,
    Refused,

    /// <summary>The matter ended 15 to 90 days ago: open a new ticket with <see cref="Ticket.RecurrenceOf"/>.</summary>
    Recurs,

    /// <summary>The matter ended longer ago: open a new ticket.</summary>
    Unrelated,
}

/// <summary>What came of a move; nothing has changed unless it is done.</summary>
public sealed record TicketMove(MoveOutcome Outcome, Heard Heard = Heard.Silent, string? Refusal = null)
{
    public bool IsDone => Outcome == MoveOutcome.Done;

    /// <summary>Whether the group hears of it; what was held back for it is then no longer true.</summary>
    public bool ReachesGroup => Heard is not (Heard.Silent or Heard.Unhappy or Heard.Contradicted);

    public static TicketMove Silent { get; } = new(MoveOutcome.Done);

    public static TicketMove Say(Heard heard) => new(MoveOutcome.Done, heard);

    public static TicketMove Refuse(string reason) => new(MoveOutcome.Refused, Refusal: reason);
}
