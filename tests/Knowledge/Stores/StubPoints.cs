using System.Text.Json.Nodes;

namespace Tests.Knowledge.Stores;

/// <summary>Reads and writes points of a collection.</summary>
internal static class StubPoints
{
    private const int DefaultLimit = 10;

    public static void Upsert(StubCollection collection, JsonObject body)
    {
        foreach (JsonNode? point in body["points"]!.AsArray())
        {
            collection.Upsert(point!["id"]!.ToString(), point["vector"]!.AsObject(), point["payload"]?.AsObject());
        }
    }

    public static void AddVectors(StubCollection collection, JsonObject body)
    {
        foreach (JsonNode? point in body["points"]!.AsArray())
        {
            string id = point!["id"]!.ToString();
            if (!collection.Points.TryGetValue(id, out StubPoint? known)) { throw new StubRefusal(404, $"Not found: No point with id {id} found"); }
            collection.AddVectors(known, point["vector"]!.AsObject());
        }
    }

    public static void Delete(StubCollection collection, JsonObject body)
    {
        foreach (string id in Chosen(collection, body)) { collection.Points.Remove(id); }
    }

    public static void SetPayload(StubCollection collection, JsonObject body)
    {
        foreach (string id in Chosen(collection, body))
        {
            foreach ((string key, JsonNode? value) in body["payload"]!.AsObject()) { collection.Points[id].Payload[key] = value?.DeepClone(); }
        }
    }

    public static JsonNode Retrieve(StubCollection collection, JsonObject body) => new JsonArray(
        [.. body["ids"]!.AsArray().Select(id => id!.ToString()).Where(collection.Points.ContainsKey).Select(id => Describe(id, collection.Points[id], body))]);

    public static JsonNode Scroll(StubCollection collection, JsonObject body)
    {
        int limit = (int?)body["limit"] ?? DefaultLimit;
        string from = body["offset"]?.ToString() ?? "";
        string[] found = [.. collection.Points.Where(point => string.CompareOrdinal(point.Key, from) >= 0 && StubFilter.Fits(body["filter"], point.Key, point.Value))
            .Select(point => point.Key).Take(limit + 1)];
        return new JsonObject
        {
            ["points"] = new JsonArray([.. found.Take(limit).Select(id => Describe(id, collection.Points[id], body))]),
            ["next_page_offset"] = found.Length > limit ? found[limit] : null,
        };
    }

    public static JsonNode Count(StubCollection collection, JsonObject body) =>
        new JsonObject { ["count"] = collection.Points.Count(point => StubFilter.Fits(body["filter"], point.Key, point.Value)) };

    public static JsonObject Describe(string id, StubPoint point, JsonObject request, double? score = null)
    {
        JsonObject described = new() { ["id"] = id };
        if (score is { } told)
        {
            described["version"] = 1;
            described["score"] = (float)told;
        }
        if (request["with_payload"] is JsonArray keys)
        {
            described["payload"] = new JsonObject(point.Payload.Where(pair => keys.Any(key => key!.ToString() == pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        }
        else if ((request["with_payload"] is JsonValue all && (bool)all) || (request["with_payload"] is null && score is null))
        {
            described["payload"] = point.Payload.DeepClone();
        }
        return described;
    }

    private static string[] Chosen(StubCollection collection, JsonObject body) => body["points"] is JsonArray ids
        ? [.. ids.Select(id => id!.ToString()).Where(collection.Points.ContainsKey)]
        : [.. collection.Points.Where(point => StubFilter.Fits(body["filter"], point.Key, point.Value)).Select(point => point.Key)];
}
