namespace Bot.Tickets;

/// <summary>What a worker sets right; null leaves a field as it is, an empty location removes it.</summary>
public sealed record TicketCorrection(
    Category? Category = null,
    string? Topic = null,
    Urgency? Urgency = null,
    string? Location = null,
    string? Matter = null)
{
    public const int MatterLength = 40;
    public const int PlaceLength = 60;

    /// <summary>Only what differs from what the person was shown: the rest was not meant.</summary>
    public TicketCorrection Beyond(TicketCorrection shown) => new(
        Category == shown.Category ? null : Category,
        Topic == shown.Topic ? null : Topic,
        Urgency == shown.Urgency ? null : Urgency,
        Location == shown.Location ? null : Location,
        Matter == shown.Matter ? null : Matter);

    /// <summary>Whether a field that the person changed was changed by another since it was shown.</summary>
    public bool Clashes(TicketCorrection shown, Ticket ticket)
    {
        TicketCorrection meant = Beyond(shown);
        TicketCorrection now = new(ticket.Category, ticket.Topic, ticket.Urgency, ticket.Location ?? "", ticket.Matter);
        TicketCorrection others = now.Beyond(shown);
        return Both(meant.Category, others.Category) || Both(meant.Topic, others.Topic) || Both(meant.Urgency, others.Urgency)
            || Both(meant.Location, others.Location) || Both(meant.Matter, others.Matter);
    }

    private static bool Both<T>(T meant, T other) => meant is not null && other is not null && !meant.Equals(other);
}
