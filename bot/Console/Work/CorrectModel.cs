using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>The form 改 as it stands: filled from the ticket, or kept as it was sent when it could not be saved.</summary>
/// <param name="Changed">Who changed the ticket while the form was open, and what; null while nobody has.</param>
public sealed record CorrectModel(
    int Number,
    string Matter,
    int Version,
    string? Category,
    string? Topic,
    string? Location,
    string? Urgency,
    string Back,
    string? Error = null,
    Ticket? Changed = null)
{
    /// <summary>What stood in the fields when the form was opened: only what differs from it is changed.</summary>
    public TicketCorrection? Shown { get; init; }

    public static CorrectModel Of(Ticket ticket, string back) => new(
        ticket.Number, ticket.Matter, ticket.Version, ticket.Category.Name(), ticket.Topic, ticket.Location, ticket.Urgency.Name(), back)
    {
        Shown = ShownOf(ticket),
    };

    public static TicketCorrection ShownOf(Ticket ticket) => new(ticket.Category, ticket.Topic, ticket.Urgency, ticket.Location ?? "", ticket.Matter);

    public string Act => $"/console/tickets/{Number}";
}
