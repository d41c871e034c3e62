namespace Bot.Tickets;

public enum TicketEventKind
{
    Opened, Joined, Accepted, Corrected, Rejected, MergedInto, Absorbed,
    Urged, Noted, Resolved, Verified, Reopened, Withdrawn, Closed, Acknowledged,
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
}
