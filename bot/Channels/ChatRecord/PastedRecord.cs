namespace Bot.Channels.ChatRecord;

public enum RecordState
{
    /// <summary>Shown to the person, nothing taken in.</summary>
    Preview,

    /// <summary>Its messages are stored; what was pasted is forgotten.</summary>
    Taken,
}

/// <summary>A chat record that somebody pasted or uploaded.</summary>
public sealed class PastedRecord
{
    public int Id { get; set; }
    public required string Group { get; set; }

    /// <summary>Who pasted it.</summary>
    public required string By { get; set; }
    public DateTimeOffset PastedAt { get; set; }
    public RecordState State { get; set; }

    /// <summary>The lines as read, for the preview; null once taken in.</summary>
    public string? Lines { get; set; }

    /// <summary>Roles a person gave to senders, by name.</summary>
    public string? Roles { get; set; }

    /// <summary>The day of the last line, where the record has times without dates and a person said which day it was.</summary>
    public DateOnly? Day { get; set; }
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>Lines of the pasted text that hold anything.</summary>
    public int LinesRead { get; set; }

    /// <summary>Messages that were new.</summary>
    public int New { get; set; }

    /// <summary>Messages that an earlier record had brought.</summary>
    public int Known { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }
}
