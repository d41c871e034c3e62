namespace Bot.Triage.Review;

/// <summary>What a person says a message is, kept as a labelled example for the engine.</summary>
public sealed class MessageCorrection
{
    public long Id { get; set; }

    /// <summary>The message's <see cref="Messaging.Message.Seq"/>.</summary>
    public long MessageSeq { get; set; }
    public required string Group { get; set; }
    public required string Sender { get; set; }
    public required string Text { get; set; }
    public Kind Before { get; set; }
    public Kind After { get; set; }

    /// <summary>Labels of a matter as the person set them; null for what is none.</summary>
    public string? Category { get; set; }
    public string? Topic { get; set; }
    public string? Urgency { get; set; }
    public string? Location { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}
