using Bot.Tickets;
using Bot.Triage;

namespace Bot.Console.Parts;

/// <summary>What the bot takes a message for.</summary>
/// <param name="Reason">The words it relied on, for people.</param>
public sealed record Guess(
    Category? Category,
    string? Topic,
    string? Location,
    Urgency? Urgency,
    string? Reason,
    double? Confidence)
{
    public static Guess Of(MessageDecision decision) => new(
        decision.Category, decision.Topic, decision.Location, decision.Urgency, decision.Reason, decision.Confidence);

    public static Guess Of(TicketCorrection read) => new(read.Category, read.Topic, read.Location, read.Urgency, null, null);

    /// <summary>What the ticket says now, with what triage relied on when it opened it.</summary>
    public static Guess Of(Ticket ticket, MessageDecision? opener = null) => new(
        ticket.Category, ticket.Topic, ticket.Location, ticket.Urgency, opener?.Reason, opener?.Confidence);

    public string? Sure => Confidence switch
    {
        null => null,
        >= 0.85 => "很有把握",
        >= 0.6 => "较有把握",
        _ => "拿不准，请多看一眼",
    };
}
