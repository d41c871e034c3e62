using System.Text.Json.Nodes;

namespace Tests.Knowledge.Stores;

/// <summary>Answers queries: cosine of dense vectors, dot products of sparse ones, and their fusion by reciprocal ranks.</summary>
internal static class StubQuery
{
    private const int DefaultLimit = 10;
    private const int DefaultK = 2;

    public static JsonObject Run(StubCollection collection, JsonObject request)
    {
        JsonArray points = [];
        foreach ((string id, double score) in Rank(collection, request))
        {
            points.Add(StubPoints.Describe(id, collection.Points[id], request, score));
        }
        return new JsonObject { ["points"] = points };
    }

    private static List<(string Id, double Score)> Rank(StubCollection collection, JsonObject request)
    {
        int limit = (int?)request["limit"] ?? DefaultLimit;
        List<(string Id, double Score)>[] prefetched = request["prefetch"] switch
        {
            JsonArray many => [.. many.Select(each => Rank(collection, each!.AsObject()))],
            JsonObject one => [Rank(collection, one)],
            _ => [],
        };
        IEnumerable<(string Id, double Score)> ranked = request["query"] is JsonObject query && (query["fusion"] ?? query["rrf"]) is { } fusion
            ? Fuse(prefetched, fusion is JsonObject settings ? (int?)settings["k"] ?? DefaultK : DefaultK)
            : Nearest(collection, request);
        HashSet<string>? among = prefetched.Length == 0 ? null : [.. prefetched.SelectMany(each => each).Select(each => each.Id)];
        return [.. ranked.Where(each => among?.Contains(each.Id) != false && StubFilter.Fits(request["filter"], each.Id, collection.Points[each.Id]))
            .OrderByDescending(each => each.Score).Take(limit)];
    }

    private static IEnumerable<(string Id, double Score)> Nearest(StubCollection collection, JsonObject request)
    {
        string name = (string?)request["using"] ?? "";
        JsonNode? vector = request["query"] is JsonObject query && query["nearest"] is { } nearest ? nearest : request["query"];
        if (vector is JsonArray numbers)
        {
            if (!collection.Dense.TryGetValue(name, out int length)) { throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {name}"); }
            if (numbers.Count != length) { throw new StubRefusal(400, $"Wrong input: Vector dimension error: expected dim: {length}, got {numbers.Count}"); }
            float[] wanted = StubCollection.Normal([.. numbers.Select(number => (float)number!)]);
            return collection.Points.Where(point => point.Value.Dense.ContainsKey(name))
                .Select(point => (point.Key, (double)point.Value.Dense[name].Zip(wanted, (a, b) => a * b).Sum()));
        }
        if (vector is not JsonObject words || !collection.Sparse.Contains(name)) { throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {name}"); }
        Dictionary<uint, float> terms = StubCollection.Read(words);
        // a point that shares no term is not found at all
        return collection.Points.Where(point => point.Value.Sparse.TryGetValue(name, out Dictionary<uint, float>? held) && held.Keys.Any(terms.ContainsKey))
            .Select(point => (point.Key, (double)point.Value.Sparse[name].Sum(term => term.Value * terms.GetValueOrDefault(term.Key))));
    }

    private static IEnumerable<(string Id, double Score)> Fuse(List<(string Id, double Score)>[] rankings, int k) =>
        rankings.SelectMany(ranking => ranking.Select((each, position) => (each.Id, Score: 1.0 / (position + k))))
            .GroupBy(each => each.Id).Select(group => (group.Key, group.Sum(each => each.Score)));
}
