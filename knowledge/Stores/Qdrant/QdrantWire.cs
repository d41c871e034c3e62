using System.Text.Json;

namespace Knowledge.Stores.Qdrant;

// Bodies of requests and results, as far as they are used here; the names are the server's own.

internal sealed record CreateCollection(IReadOnlyDictionary<string, VectorParams> Vectors, IReadOnlyDictionary<string, SparseVectorParams> SparseVectors);

internal sealed record VectorParams(int Size, string Distance);

internal sealed record SparseVectorParams;

internal sealed record CreateFieldIndex(string FieldName, string FieldSchema);

internal sealed record AliasChanges(IReadOnlyList<AliasChange> Actions);

internal sealed record AliasChange(OldAlias? DeleteAlias = null, Alias? CreateAlias = null);

internal sealed record OldAlias(string AliasName);

internal sealed record Alias(string AliasName, string CollectionName);

internal sealed record AliasList(IReadOnlyList<Alias> Aliases);

internal sealed record Existence(bool Exists);

internal sealed record CountRequest(bool Exact);

internal sealed record CountResult(int Count);

internal sealed record PointsList(IReadOnlyList<Point> Points);

internal sealed record Point(Guid Id, PointVectors Vector, PointPayload? Payload = null);

internal sealed record PointVectors(SparseVector? Words = null, ReadOnlyMemory<float>? Meaning = null);

internal sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values);

/// <summary>What stands beside the vectors: of every passage what filters need; the whole document once, at passage -1.</summary>
internal sealed record PointPayload
{
    public string? Document { get; init; }
    public int? Passage { get; init; }
    public string? Mark { get; init; }
    public bool? Enabled { get; init; }

    /// <summary>Days as numbers such as 20260701.</summary>
    public int? Effective { get; init; }
    public int? Expires { get; init; }
    public int? SupersededFrom { get; init; }
    public IReadOnlyList<string>? Grids { get; init; }
    public StoredDocument? Stored { get; init; }
    public int? Passages { get; init; }
    public bool? Embedded { get; init; }
}

internal sealed record SetPayload(PointPayload Payload, IReadOnlyList<Guid>? Points = null, Filter? Filter = null);

internal sealed record PointsByFilter(Filter Filter);

internal sealed record PointRequest(IReadOnlyList<Guid> Ids, IReadOnlyList<string> WithPayload);

internal sealed record Record(Guid Id, PointPayload? Payload);

internal sealed record ScrollRequest(int Limit, Filter? Filter, IReadOnlyList<string> WithPayload, JsonElement? Offset = null);

internal sealed record ScrollResult(IReadOnlyList<Record> Points, JsonElement? NextPageOffset);

internal sealed record Filter(IReadOnlyList<Condition>? Must = null, IReadOnlyList<Condition>? MustNot = null);

internal sealed record Condition(string Key, Match? Match = null, Range? Range = null);

internal sealed record Match(object? Value = null, IReadOnlyList<string>? Any = null);

internal sealed record Range(double? Lte = null, double? Gt = null, double? Gte = null);

internal sealed record QueryBatch(IReadOnlyList<PointQuery> Searches);

/// <param name="Query">A <see cref="NearestQuery"/> or a <see cref="FusionQuery"/>.</param>
internal sealed record PointQuery(
    object Query, int Limit, string? Using = null, Filter? Filter = null, IReadOnlyList<PointQuery>? Prefetch = null, IReadOnlyList<string>? WithPayload = null);

/// <param name="Nearest">A <see cref="SparseVector"/> or numbers.</param>
internal sealed record NearestQuery(object Nearest);

internal sealed record FusionQuery(string Fusion);

internal sealed record Found(IReadOnlyList<ScoredPoint> Points);

internal sealed record ScoredPoint(Guid Id, double Score, PointPayload? Payload);

internal sealed record UpdateResult(string Status);
