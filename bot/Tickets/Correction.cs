namespace Bot.Tickets;

/// <summary>What a message was taken for, or what a person says it is. Null stands for a label it does not have.</summary>
/// <param name="IsMatter">Whether it is something to be handled at all.</param>
public sealed record MatterLabels(bool IsMatter, string? Category, string? Topic, string? Urgency, string? Location)
{
    public static MatterLabels NoMatter { get; } = new(false, null, null, null, null);

    public static MatterLabels Of(Ticket ticket) =>
        new(true, ticket.Category.Name(), ticket.Topic, ticket.Urgency.Name(), ticket.Location);
}

/// <summary>A person's correction, kept as a labelled example for the engine.</summary>
public sealed class Correction
{
    public long Id { get; set; }

    /// <summary>Number of the ticket.</summary>
    public int Ticket { get; set; }
    public required string Group { get; set; }
    public required string Sender { get; set; }

    /// <summary>The reports of the matter, one per line.</summary>
    public required string Text { get; set; }
    public required MatterLabels Before { get; set; }
    public required MatterLabels After { get; set; }

    /// <summary>Number of the ticket it belongs to, when that was the correction.</summary>
    public int? SameAs { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}
