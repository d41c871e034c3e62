namespace Bot.Tickets;

/// <summary>The call for people that an emergency raises, repeated until someone says 知道了.</summary>
public sealed class Alert
{
    public int Id { get; set; }

    /// <summary>Number of the ticket.</summary>
    public int Ticket { get; set; }
    public required string Group { get; set; }

    /// <summary>Place, matter, what was said and until when: the line each recipient gets.</summary>
    public required string Text { get; set; }
    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Rounds { get; set; }

    /// <summary>Names of everyone it was sent to, in order.</summary>
    public IReadOnlyList<string> Recipients { get; set; } = [];

    /// <summary>When each of them was called first, and how.</summary>
    public IReadOnlyList<AlertCall> Calls { get; set; } = [];
    public DateTimeOffset LastSentAt { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public string? AcknowledgedBy { get; set; }
    public DateTimeOffset? AcknowledgedAt { get; set; }

    public bool IsOpen => AcknowledgedAt is null;

    /// <summary>用时: from the first call to 知道了; null while nobody said it.</summary>
    public TimeSpan? TimeToAnswer => AcknowledgedAt - RaisedAt;
}
