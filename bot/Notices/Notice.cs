namespace Bot.Notices;

public enum NoticeState
{
    /// <summary>Written, not planned; can be sent by hand.</summary>
    Draft,
    Active,
    Paused,

    /// <summary>Every planned time is behind it.</summary>
    Ended,
    Deleted,
}

/// <summary>Words the bot says unasked to groups, at planned times or when a person says so.</summary>
public sealed class Notice
{
    public int Number { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }

    /// <summary>Names of the groups that get it; empty for all there are at the time.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>The one planned time; null with <see cref="Cron"/> or without any plan.</summary>
    public DateTimeOffset? OnceAt { get; set; }

    /// <summary>A Quartz cron expression on the community's wall clock.</summary>
    public string? Cron { get; set; }

    /// <summary>Up to so many minutes late it is still sent; 0: a missed time is skipped.</summary>
    public int LateMinutes { get; set; }

    /// <summary>Whether it may be sent at night.</summary>
    public bool AtNight { get; set; }
    public NoticeState State { get; set; }

    /// <summary>What it was before it was deleted.</summary>
    public NoticeState? StateBefore { get; set; }

    /// <summary>Planned times up to here are accounted for.</summary>
    public DateTimeOffset HandledTo { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Concurrency token of what people change; sending leaves it.</summary>
    public int Version { get; set; }

    public bool HasPlan => OnceAt is not null || Cron is not null;

    internal void Touch(string by, DateTimeOffset at)
    {
        ChangedBy = by;
        ChangedAt = at;
        Version++;
    }
}
