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
}
