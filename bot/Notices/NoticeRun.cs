namespace Bot.Notices;

public enum NoticeOutcome
{
    /// <summary>At its planned time.</summary>
    Sent,

    /// <summary>After its planned time, within what the notice allows.</summary>
    Late,

    /// <summary>Not at all; <see cref="NoticeRun.Reason"/> says why.</summary>
    Skipped,

    /// <summary>At once, by a person.</summary>
    ByHand,

    /// <summary>【更正】 of an earlier run.</summary>
    Correction,
}

/// <summary>What became of one planned time, or of one sending by hand: written once, in the transaction of its outbox rows.</summary>
public sealed class NoticeRun
{
    public long Id { get; set; }
    public int Notice { get; set; }

    /// <summary>The planned time; by hand, the time of sending. Unique for the notice.</summary>
    public DateTimeOffset PlannedAt { get; set; }
    public DateTimeOffset FiredAt { get; set; }
    public NoticeOutcome Outcome { get; set; }
    public string? Reason { get; set; }

    /// <summary>What the groups were to hear, as it was then.</summary>
    public required string Text { get; set; }

    /// <summary>How many groups it went out to.</summary>
    public int Groups { get; set; }

    /// <summary>Who sent it by hand; null for the plan.</summary>
    public string? By { get; set; }

    /// <summary>Until then nothing of it leaves; null when it leaves at once.</summary>
    public DateTimeOffset? HeldTo { get; set; }

    /// <summary>Who took it back.</summary>
    public string? WithdrawnBy { get; set; }

    /// <summary>The run it corrects.</summary>
    public long? Corrects { get; set; }
}
