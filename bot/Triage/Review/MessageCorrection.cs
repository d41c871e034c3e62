using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.Review;

/// <summary>By which act a person set a message right.</summary>
public enum CorrectionHow
{
    /// <summary>纠正: only its kind.</summary>
    Kind,

    /// <summary>改: category, topic, urgency, place of a matter without a ticket.</summary>
    Labels,

    /// <summary>不是诉求.</summary>
    Dismissed,

    /// <summary>确认立件.</summary>
    Opened,

    /// <summary>并入.</summary>
    Joined,
}

/// <summary>What a person says a message is, kept as a labelled example for the engine.</summary>
public sealed class MessageCorrection
{
    public long Id { get; set; }

    /// <summary>The message's <see cref="Messaging.Message.Seq"/>.</summary>
    public long MessageSeq { get; set; }
    public CorrectionHow How { get; set; }
    public required string Group { get; set; }
    public required string Sender { get; set; }
    public SenderRole Role { get; set; }
    public required string Text { get; set; }
    public Kind Before { get; set; }
    public Kind After { get; set; }

    /// <summary>What it does to a matter, derived from the kind and the words.</summary>
    public Intent Intent { get; set; }

    /// <summary>What the engine had guessed; null for a correction kept by an older program.</summary>
    public MatterLabels? BeforeLabels { get; set; }

    /// <summary>Labels of a matter as the person set them; null for what is none.</summary>
    public string? Category { get; set; }
    public string? Topic { get; set; }
    public string? Urgency { get; set; }
    public string? Location { get; set; }

    /// <summary>Whether the message waited in 待审, where it returns when the correction is taken back.</summary>
    public bool Waited { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}
