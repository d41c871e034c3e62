namespace Bot.Tickets;

// What falls due and was done about it
public sealed partial class Ticket
{
    /// <summary>By when the matter must be done, or its result told; null for tickets from before there was such a time.</summary>
    public DateTimeOffset? FeedbackDueAt { get; set; }

    /// <summary>When what falls due is looked at next: at once after every change. Null when nothing does.</summary>
    public DateTimeOffset? LookAt { get; set; }

    /// <summary>The promise before which the person in charge was reminded.</summary>
    public DateTimeOffset? RemindedFor { get; set; }

    /// <summary>The promise that was kept: a person has spoken since it was made.</summary>
    public DateTimeOffset? KeptFor { get; set; }

    /// <summary>A missed promise that the group is still to be told of; null once it was.</summary>
    public DateTimeOffset? SorryFor { get; set; }

    /// <summary>When the person in charge was reminded that the matter must be done.</summary>
    public DateTimeOffset? FeedbackRemindedAt { get; set; }

    /// <summary>When it was found not to be done in time.</summary>
    public DateTimeOffset? FeedbackMissedAt { get; set; }
}
