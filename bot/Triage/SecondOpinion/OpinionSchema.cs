using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tickets;

namespace Bot.Triage.SecondOpinion;

/// <summary>The schema of an answer, for servers that hold a model to one. It is checked here in any case.</summary>
internal static class OpinionSchema
{
    public const int LongestReason = 120;

    public static readonly string[] Fields = ["kind", "category", "topic", "urgency", "opens", "joins", "confidence", "reason"];

    public static readonly string[] Kinds = [.. Enum.GetNames<Kind>().Select(name => name.ToLowerInvariant())];

    public static readonly string[] Categories = [.. Enum.GetValues<Category>().Select(category => category.Name())];

    // the emergency lane is the engine's and the people's alone
    public static readonly string[] Urgencies = [Urgency.Low.Name(), Urgency.Normal.Name(), Urgency.High.Name()];

    public static JsonElement Json { get; } = JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Words(Fields),
        ["properties"] = new JsonObject
        {
            ["kind"] = OneOf(Kinds),
            ["category"] = OneOfOrNull(Categories),
            ["topic"] = OneOfOrNull([.. Topics.All]),
            ["urgency"] = OneOfOrNull(Urgencies),
            ["opens"] = new JsonObject { ["type"] = "boolean" },
            ["joins"] = new JsonObject { ["type"] = new JsonArray("integer", "null") },
            ["confidence"] = new JsonObject { ["type"] = "number" },
            ["reason"] = new JsonObject { ["type"] = "string" },
        },
    });

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    private static JsonObject OneOf(string[] words) => new() { ["type"] = "string", ["enum"] = Words(words) };

    private static JsonObject OneOfOrNull(string[] words)
    {
        JsonArray allowed = Words(words);
        allowed.Add((JsonNode?)null);
        return new JsonObject { ["type"] = new JsonArray("string", "null"), ["enum"] = allowed };
    }
}
