namespace Bot.Tickets;

/// <summary>
/// One matter, however many people and groups report it, and its life. A pure state machine: times are passed in,
/// every move tells what the group is to hear, a move that is not allowed changes nothing.
/// </summary>
public sealed partial class Ticket
{
    /// <summary>Who moves a ticket when no person does.</summary>
    public const string Machine = "机器人";

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

    /// <summary>Name of the person responsible; null without anyone in the directory.</summary>
    public string? Owner { get; set; }

    /// <summary>Name of the person it was given to; null while nobody.</summary>
    public string? Assignee { get; set; }

    /// <summary>What the assignee is; says nothing while there is none.</summary>
    public HandlerKind AssigneeKind { get; set; }

    /// <summary>Who gave it to the assignee.</summary>
    public string? Dispatcher { get; set; }

    /// <summary>Given by telephone to someone outside the directory, who cannot take it here.</summary>
    public bool IsPhoned { get; set; }

    /// <summary>Disputes, illness, hardship, violence at home: the group hears its number and nothing else.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>督办: how far up it has gone.</summary>
    public EscalationLevel Level { get; set; }
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>稍后: out of sight until then; deadlines and promises run on.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>稍后: out of sight until a resident says something of it.</summary>
    public bool SnoozedForReply { get; set; }
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Until when a person must have spoken; moves with a promise that is changed in time.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The first deadline, which no changed promise moves: the figures count by it.</summary>
    public DateTimeOffset FirstDueAt { get; set; }

    /// <summary>When a person first spoke with the reporter, privately or by what the group was told of their act.</summary>
    public DateTimeOffset? ContactedAt { get; set; }

    /// <summary>有方案: what is to be done.</summary>
    public string? Plan { get; set; }
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>好了一半: when it was said, and what is left.</summary>
    public DateTimeOffset? HalfDoneAt { get; set; }
    public string? Left { get; set; }

    /// <summary>The time last promised to the group; later than <see cref="DueAt"/> once that was missed.</summary>
    public DateTimeOffset PromisedAt { get; set; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public DateTimeOffset? DispatchedAt { get; set; }

    /// <summary>When the assignee took it.</summary>
    public DateTimeOffset? TakenAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Name of the person who said it is done.</summary>
    public string? ResolvedBy { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }
    public Verification VerifiedHow { get; set; }

    /// <summary>The resident, the person, or "机器人" for a silence.</summary>
    public string? VerifiedBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the group was asked to confirm; null when it was not, or no longer waits for an answer.</summary>
    public DateTimeOffset? AskedAt { get; set; }
    public bool Thanked { get; set; }

    /// <summary>Nickname of the first who took on the need.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>What the handler found and did.</summary>
    public string? Cause { get; set; }
    public string? ResolvedPhoto { get; set; }

    /// <summary>Why it was rejected, or closed without a fix.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether the group was told of the close.</summary>
    public bool Told { get; set; }
    public int? MergedInto { get; set; }

    /// <summary>Whether the one it was merged into took its place from here.</summary>
    public bool PlaceGiven { get; set; }

    /// <summary>How urgent the one it was merged into was before; null when that did not change.</summary>
    public Urgency? UrgencyBefore { get; set; }

    /// <summary>The earlier ticket of the same place and topic that ended 15 to 90 days before.</summary>
    public int? RecurrenceOf { get; set; }
    public List<TicketReport> Reports { get; } = [];
    public List<TicketEvent> History { get; } = [];
    public List<TicketRating> Ratings { get; } = [];

    /// <summary>Concurrency token, raised by every change.</summary>
    public int Version { get; set; }

    /// <summary>The states in which something is still to be done.</summary>
    public static IReadOnlyList<TicketState> OpenStates { get; } =
        [TicketState.Captured, TicketState.Accepted, TicketState.Dispatched, TicketState.Claimed];

    public bool IsOpen => OpenStates.Contains(State);

    public bool IsSnoozed => SnoozedUntil is not null || SnoozedForReply;

    public bool HasEnded => State is TicketState.Resolved or TicketState.Verified or TicketState.Closed;

    /// <summary>When it was last said to be over; null while it is not.</summary>
    public DateTimeOffset? EndedAt => HasEnded ? ClosedAt ?? VerifiedAt ?? ResolvedAt : null;

    public TicketReport? FirstReport =>
        Reports.FirstOrDefault(report => report.IsReport && report.MergedFrom is null) ?? Reports.FirstOrDefault();

    /// <summary>How many people reported it.</summary>
    public int ReporterCount => Reports.Where(report => report.IsReport).DistinctBy(report => report.Sender).Count();

    /// <summary>The first report of each conversation that reported it: who hears how it ended.</summary>
    public IEnumerable<TicketReport> FirstReports => Reports.Where(report => report.IsReport)
        .DistinctBy(report => (report.Channel, report.Conversation));

    /// <summary>When a person asked the group where it is; null while nobody did.</summary>
    public DateTimeOffset? PlaceAskedAt => History.LastOrDefault(line => line.Kind == TicketEventKind.PlaceAsked)?.At;

    private void Record(TicketEventKind kind, string by, DateTimeOffset at, string? note = null)
    {
        Version++;
        LookAt = at;
        if (kind is TicketEventKind.Contacted or TicketEventKind.SaidDone or TicketEventKind.Withdrawn) { KeepPromise(); }
        History.Add(new TicketEvent { At = at, Kind = kind, By = by, Note = note, State = State, Version = Version });
    }
}
