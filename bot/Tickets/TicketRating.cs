namespace Bot.Tickets;

/// <summary>评议: 满意, 基本满意 or 不满意.</summary>
public enum Rating { Satisfied, Mostly, Unsatisfied }

/// <summary>What one reporter thinks of how it went; the newest word of each counts.</summary>
public sealed class TicketRating
{
    public long Id { get; set; }

    /// <summary>Nickname of the reporter.</summary>
    public required string By { get; set; }
    public Rating Rating { get; set; }

    /// <summary>Why, in the reporter's words.</summary>
    public string? Reason { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Who wants it left out of the figures, and why.</summary>
    public string? ExclusionBy { get; set; }
    public string? ExclusionReason { get; set; }

    /// <summary>The second person, without whom it still counts.</summary>
    public string? ExclusionConfirmedBy { get; set; }

    public bool IsExcluded => ExclusionConfirmedBy is not null;
}
