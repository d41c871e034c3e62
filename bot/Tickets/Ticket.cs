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

/// <summary>One matter, however many people and groups report it, and its life.</summary>
public sealed class Ticket
{
    public int Number { get; set; }
    public TicketState State { get; set; }
    public Category Category { get; set; }
    public required string Topic { get; set; }
    public Urgency Urgency { get; set; }

    /// <summary>Normal form; null while unknown.</summary>
    public string? Location { get; set; }

    /// <summary>The matter in a few words, as a receipt names it: "电梯异响".</summary>
    public required string Matter { get; set; }

    /// <summary>Group of the first report.</summary>
    public required string Group { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int? MergedInto { get; set; }
    public List<TicketReport> Reports { get; } = [];
    public List<TicketEvent> History { get; } = [];

    /// <summary>Concurrency token, raised by every change.</summary>
    public int Version { get; set; }
}
