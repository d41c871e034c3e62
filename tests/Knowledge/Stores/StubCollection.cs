using System.Text.Json.Nodes;

namespace Tests.Knowledge.Stores;

/// <summary>A collection of the stub: points with named vectors and a payload.</summary>
internal sealed class StubCollection(IReadOnlyDictionary<string, int> dense, IReadOnlySet<string> sparse)
{
    /// <summary>By id, in the order of ids.</summary>
    public SortedDictionary<string, StubPoint> Points { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Indexes { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Dense => dense;

    public IReadOnlySet<string> Sparse => sparse;

    public void Upsert(string id, JsonObject vectors, JsonObject? payload)
    {
        StubPoint point = new(payload?.DeepClone().AsObject() ?? []);
        Points[id] = AddVectors(point, vectors);
    }

    public StubPoint AddVectors(StubPoint point, JsonObject vectors)
    {
        foreach ((string name, JsonNode? vector) in vectors)
        {
            if (vector is JsonArray numbers)
            {
                if (!dense.TryGetValue(name, out int length)) { throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {name}"); }
                if (numbers.Count != length) { throw new StubRefusal(400, $"Wrong input: Vector dimension error: expected dim: {length}, got {numbers.Count}"); }
                point.Dense[name] = Normal([.. numbers.Select(number => (float)number!)]);
            }
            else if (vector is JsonObject words)
            {
                if (!sparse.Contains(name)) { throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {name}"); }
                point.Sparse[name] = Read(words);
            }
        }
        return point;
    }

    public static Dictionary<uint, float> Read(JsonObject sparse)
    {
        uint[] indices = [.. sparse["indices"]!.AsArray().Select(index => (uint)index!)];
        float[] values = [.. sparse["values"]!.AsArray().Select(value => (float)value!)];
        if (indices.Length != values.Length) { throw new StubRefusal(422, "Validation error: indices and values must be the same length"); }
        if (indices.Distinct().Count() != indices.Length) { throw new StubRefusal(422, "Validation error: indices must be unique"); }
        return indices.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    public static float[] Normal(float[] vector)
    {
        float length = MathF.Sqrt(vector.Sum(number => number * number));
        return length == 0 ? vector : [.. vector.Select(number => number / length)];
    }
}

internal sealed record StubPoint(JsonObject Payload)
{
    public Dictionary<string, float[]> Dense { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<uint, float>> Sparse { get; } = new(StringComparer.Ordinal);
}

internal sealed class StubRefusal(int status, string message) : Exception(message)
{
    public int Status => status;
}
