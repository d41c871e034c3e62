namespace Bot.Audit;

/// <summary>One line of the record of acts. Lines are added, never changed; each carries a hash over itself and the one before it.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Name of the person; what was typed where someone failed to sign in is not kept.</summary>
    public required string Person { get; set; }
    public string? Address { get; set; }

    /// <summary>What was done, as a code like "tickets/accept"; <see cref="ActWords"/> has the words for it.</summary>
    public required string Act { get; set; }

    /// <summary>Number or name of what it was done to.</summary>
    public string? Target { get; set; }

    /// <summary>States, names of staff and groups, a reason for looking; never residents' words or secrets.</summary>
    public string? Detail { get; set; }

    /// <summary><see cref="Hash"/> of the line before.</summary>
    public required string Before { get; set; }
    public required string Hash { get; set; }
}
