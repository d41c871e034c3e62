using Bot.Tickets;

namespace Bot.Triage;

/// <summary>What was decided of a stored message, and why.</summary>
public sealed class MessageDecision
{
    /// <summary>The message's <see cref="Messaging.Message.Seq"/>.</summary>
    public long MessageSeq { get; set; }
    public Kind Kind { get; set; }
    public Intent Intent { get; set; }
    public Category? Category { get; set; }
    public string? Topic { get; set; }
    public Urgency? Urgency { get; set; }
    public string? Location { get; set; }
    public int? Ticket { get; set; }
    public bool Opened { get; set; }

    /// <summary>What the bot said because of it; null for silence.</summary>
    public string? Reply { get; set; }
    public double Confidence { get; set; }
    public required string Reason { get; set; }

    /// <summary>Version of the engine that decided.</summary>
    public required string Engine { get; set; }
    public DateTimeOffset DecidedAt { get; set; }

    /// <summary>Uncertain: waits in 待审 until a person decides.</summary>
    public bool NeedsReview { get; set; }
    public string? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
}
