namespace Bot.Tickets;

/// <summary>What triage knows of a matter when it opens a ticket.</summary>
/// <param name="Matter">Null to have <see cref="MatterName"/> name it from the first report.</param>
/// <param name="Owner">Name of the person responsible, where the directory names one.</param>
/// <param name="Reports">The burst's messages that belong to it, the opening one first; never empty.</param>
public sealed record NewTicket(
    Category Category,
    string Topic,
    Urgency Urgency,
    string? Location,
    string? Matter,
    string? Owner,
    IReadOnlyList<TicketReport> Reports,
    int? RecurrenceOf = null);
