using System.Text.Json.Nodes;

namespace Tests.Knowledge.Stores;

/// <summary>Decides whether a point fits a filter.</summary>
internal static class StubFilter
{
    public static bool Fits(JsonNode? filter, string id, StubPoint point)
    {
        if (filter is null) { return true; }
        JsonObject parts = filter.AsObject();
        JsonNode[] should = List(parts["should"]);
        return List(parts["must"]).All(each => Holds(each, id, point))
            && !List(parts["must_not"]).Any(each => Holds(each, id, point))
            && (should.Length == 0 || should.Any(each => Holds(each, id, point)));
    }

    private static JsonNode[] List(JsonNode? conditions) => conditions switch
    {
        null => [],
        JsonArray many => [.. many.Select(each => each!)],
        _ => [conditions],
    };

    private static bool Holds(JsonNode condition, string id, StubPoint point)
    {
        JsonObject said = condition.AsObject();
        if (said["has_id"] is JsonArray ids) { return ids.Any(each => each!.ToString() == id); }
        if (said["is_empty"] is JsonObject empty) { return ValuesOf(point, empty["key"]!.ToString()).Length == 0; }
        if (said["key"] is not { } key) { return Fits(said, id, point); }
        JsonNode[] values = ValuesOf(point, key.ToString());
        return (said["match"] is not JsonObject match || values.Any(value => Matches(match, value)))
            && (said["range"] is not JsonObject range || values.Any(value => Within(range, value)));
    }

    private static JsonNode[] ValuesOf(StubPoint point, string key) => point.Payload[key] switch
    {
        null => [],
        JsonArray many => [.. many.Where(each => each is not null).Select(each => each!)],
        JsonNode one => [one],
    };

    private static bool Matches(JsonObject match, JsonNode value) =>
        match["value"] is { } wanted ? JsonNode.DeepEquals(wanted, value)
        : match["any"] is JsonArray any ? any.Any(each => JsonNode.DeepEquals(each, value))
        : match["except"] is JsonArray except ? !except.Any(each => JsonNode.DeepEquals(each, value))
        : throw new StubRefusal(400, $"The stub knows no match {match.ToJsonString()}");

    // strings are days and times to the server, which nobody writes here
    private static bool Within(JsonObject range, JsonNode value)
    {
        double number = (double)value;
        return (range["gt"] is not { } gt || number > (double)gt) && (range["gte"] is not { } gte || number >= (double)gte)
            && (range["lt"] is not { } lt || number < (double)lt) && (range["lte"] is not { } lte || number <= (double)lte);
    }
}
