using System.Text.Json.Serialization;

namespace Bot.Triage;

/// <summary>What was decided of one message; one line of <c>triage</c>'s output.</summary>
/// <param name="Ticket">Number of the ticket it belongs to, as text; null for none.</param>
/// <param name="Opened">Whether this very message opened the ticket.</param>
/// <param name="Reply">What the bot says in the group because of it; null for silence.</param>
/// <param name="Confidence">0…1, how sure the engine is of the kind.</param>
/// <param name="Reason">What was matched, for people.</param>
public sealed record Decision(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("category")] string? Category,
    [property: JsonPropertyName("topic")] string? Topic,
    [property: JsonPropertyName("urgency")] string? Urgency,
    [property: JsonPropertyName("location")] string? Location,
    [property: JsonPropertyName("ticket")] string? Ticket,
    [property: JsonPropertyName("opened")] bool Opened,
    [property: JsonPropertyName("reply")] string? Reply,
    [property: JsonPropertyName("confidence")] double Confidence,
    [property: JsonPropertyName("reason")] string Reason);
