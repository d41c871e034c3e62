namespace Knowledge.Stores.Qdrant;

/// <summary>The requests to one collection.</summary>
internal sealed class QdrantCollection(QdrantClient client, string name)
{
    // a point of 400 characters with 300 terms takes some 10 kB
    private const int PointsAtOnce = 200;
    private const int DocumentsAtOnce = 50;

    private static readonly string[] Everything =
    [
        QdrantFields.Document, QdrantFields.Mark, QdrantFields.Enabled, QdrantFields.SupersededFrom, QdrantFields.Stored,
        QdrantFields.Passages, QdrantFields.Embedded,
    ];

    private readonly string _path = $"collections/{Uri.EscapeDataString(name)}";

    public string Name => name;

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        (await client.RepeatAsync<Existence>(HttpMethod.Get, $"{_path}/exists", null, cancellationToken)).Exists;

    public async Task CreateAsync(int dimensions, CancellationToken cancellationToken)
    {
        Dictionary<string, VectorParams> vectors = dimensions == 0 ? [] : new() { [QdrantFields.Meaning] = new VectorParams(dimensions, "Cosine") };
        await client.OnceAsync<bool>(
            HttpMethod.Put, _path, new CreateCollection(vectors, new Dictionary<string, SparseVectorParams> { [QdrantFields.Words] = new() }), cancellationToken);
    }

    /// <summary>Makes the indexes that filters need; where they are already there it does nothing.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        foreach (CreateFieldIndex index in QdrantFields.Indexes)
        {
            await client.RepeatAsync<UpdateResult>(HttpMethod.Put, $"{_path}/index?wait=true", index, cancellationToken);
        }
    }

    public async Task UpsertAsync(IEnumerable<Point> points, CancellationToken cancellationToken)
    {
        foreach (Point[] batch in points.Chunk(PointsAtOnce))
        {
            await client.RepeatAsync<UpdateResult>(HttpMethod.Put, $"{_path}/points?wait=true", new PointsList(batch), cancellationToken);
        }
    }

    /// <summary>Adds vectors to points that are there.</summary>
    public async Task AddVectorsAsync(IEnumerable<Point> points, CancellationToken cancellationToken)
    {
        foreach (Point[] batch in points.Chunk(PointsAtOnce))
        {
            await client.RepeatAsync<UpdateResult>(HttpMethod.Put, $"{_path}/points/vectors?wait=true", new PointsList(batch), cancellationToken);
        }
    }

    public Task DeleteAsync(Filter filter, CancellationToken cancellationToken) =>
        client.RepeatAsync<UpdateResult>(HttpMethod.Post, $"{_path}/points/delete?wait=true", new PointsByFilter(filter), cancellationToken);

    public Task SetAsync(SetPayload payload, CancellationToken cancellationToken) =>
        client.RepeatAsync<UpdateResult>(HttpMethod.Post, $"{_path}/points/payload?wait=true", payload, cancellationToken);

    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await client.RepeatAsync<CountResult>(HttpMethod.Post, $"{_path}/points/count", new CountRequest(Exact: true), cancellationToken)).Count;

    public async Task<IReadOnlyList<Found>> QueryAsync(IReadOnlyList<PointQuery> queries, CancellationToken cancellationToken) =>
        await client.RepeatAsync<List<Found>>(HttpMethod.Post, $"{_path}/points/query/batch", new QueryBatch(queries), cancellationToken);

    /// <summary>The whole documents of these names, as far as they are there.</summary>
    public async Task<IReadOnlyList<PointPayload>> DocumentsAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        List<PointPayload> documents = [];
        foreach (string[] batch in names.Chunk(DocumentsAtOnce))
        {
            PointRequest request = new([.. batch.Select(each => PointIds.Of(each, QdrantFields.WholeDocument))], Everything);
            List<Record> records = await client.RepeatAsync<List<Record>>(HttpMethod.Post, $"{_path}/points", request, cancellationToken);
            documents.AddRange(records.Select(record => record.Payload).OfType<PointPayload>());
        }
        return documents;
    }

    /// <summary>All whole documents, page by page.</summary>
    public async Task ReadAllAsync(Action<PointPayload> read, CancellationToken cancellationToken)
    {
        System.Text.Json.JsonElement? offset = null;
        do
        {
            ScrollRequest request = new(DocumentsAtOnce, QdrantFilters.WholeDocuments, Everything, offset);
            ScrollResult page = await client.RepeatAsync<ScrollResult>(HttpMethod.Post, $"{_path}/points/scroll", request, cancellationToken);
            foreach (Record record in page.Points)
            {
                if (record.Payload is { } payload) { read(payload); }
            }
            offset = page.NextPageOffset is { ValueKind: not System.Text.Json.JsonValueKind.Null } next ? next : null;
        }
        while (offset is not null);
    }

    public Task DropAsync(CancellationToken cancellationToken) => client.RepeatAsync<bool>(HttpMethod.Delete, _path, null, cancellationToken);
}
