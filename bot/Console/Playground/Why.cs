using System.Text.Json.Serialization;

namespace Bot.Console.Playground;

/// <summary>Why a message was answered as it was, in the words of the contracts.</summary>
/// <param name="About">The message that was decided: the very one, or the one the bot's words quote.</param>
/// <param name="State">decided, waiting (not decided yet) or none (never decided: the bot's own words, private talk).</param>
public sealed record Why(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("summary")] string Summary)
{
    [JsonPropertyName("kind")] public string? Kind { get; init; }
    [JsonPropertyName("kind_title")] public string? KindTitle { get; init; }
    [JsonPropertyName("category")] public string? Category { get; init; }
    [JsonPropertyName("topic")] public string? Topic { get; init; }
    [JsonPropertyName("urgency")] public string? Urgency { get; init; }
    [JsonPropertyName("urgency_title")] public string? UrgencyTitle { get; init; }
    [JsonPropertyName("location")] public string? Location { get; init; }
    [JsonPropertyName("ticket")] public string? Ticket { get; init; }
    [JsonPropertyName("opened")] public bool Opened { get; init; }
    [JsonPropertyName("reply")] public string? Reply { get; init; }
    [JsonPropertyName("confidence")] public double? Confidence { get; init; }
    [JsonPropertyName("reason")] public string? Reason { get; init; }

    /// <summary>The words that pulled most, each with ＋ or －.</summary>
    [JsonPropertyName("words")] public string? Words { get; init; }
    [JsonPropertyName("engine")] public string? Engine { get; init; }

    /// <summary>The same as lines of a label and its value, for people.</summary>
    [JsonPropertyName("facts")]
    public IReadOnlyList<WhyFact> Facts =>
    [.. new WhyFact[]
    {
        new("是什么", KindTitle ?? ""),
        new("归类", string.Join(" · ", new[] { Category, Topic }.OfType<string>())),
        new("急否", UrgencyTitle ?? ""),
        new("地点", Location ?? ""),
        new("工单", Ticket is null ? "" : Opened ? $"{Ticket}号（由这句话立件）" : $"{Ticket}号"),
        new("回了什么", Reply ?? (State == "decided" ? "没有说话" : "")),
        new("依据", Reason ?? ""),
        new("看重的字", Words ?? ""),
        new("把握", Confidence is { } sure ? $"{sure:P0}" : ""),
        new("识别程序", Engine ?? ""),
    }.Where(fact => fact.Value.Length > 0)];
}

public sealed record WhyFact([property: JsonPropertyName("label")] string Label, [property: JsonPropertyName("value")] string Value);
