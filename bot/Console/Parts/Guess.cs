using Bot.Tickets;

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
    public string? Sure => Confidence switch
    {
        null => null,
        >= 0.85 => "很有把握",
        >= 0.6 => "较有把握",
        _ => "拿不准，请多看一眼",
    };
}
