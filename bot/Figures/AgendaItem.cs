namespace Bot.Figures;

/// <summary>提上议事会: a recurrence that people talk over, and what came of it.</summary>
public sealed class AgendaItem
{
    public long Id { get; set; }

    /// <summary>The earliest ticket of the chain when it was put up.</summary>
    public int Ticket { get; set; }

    /// <summary>Group of the chain.</summary>
    public required string Group { get; set; }
    public required string Place { get; set; }
    public required string Topic { get; set; }
    public required string Note { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What was agreed; null while it is still to be talked over.</summary>
    public string? Outcome { get; set; }
    public string? OutcomeBy { get; set; }
    public DateTimeOffset? OutcomeAt { get; set; }
}
