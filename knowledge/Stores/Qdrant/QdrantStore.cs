namespace Knowledge.Stores.Qdrant;

/// <summary>
/// Passages in a collection of a Qdrant server: sparse vectors of words, dense ones of meaning, filtered and joined by the
/// server. Names, counts of terms and validity are also kept in memory, read from the collection at opening.
/// </summary>
internal sealed class QdrantStore : IKnowledgeStore
{
    private const int DocumentsAtOnce = 50;

    private static readonly Dictionary<string, StoredDocument> None = [];

    private readonly QdrantServer _server;
    private readonly QdrantCollection _collection;
    private readonly Catalogue _catalogue = new();
    private readonly CorpusCounter _counter = new();
    private readonly QdrantSearch _search;
    private readonly SemaphoreSlim _changing = new(1, 1);

    private QdrantStore(QdrantServer server, QdrantCollection collection)
    {
        (_server, _collection) = (server, collection);
        _search = new QdrantSearch(collection, _counter);
    }

    public IReadOnlyCollection<string> Names => _catalogue.Names;

    // vectors of another model cannot be compared with a question's
    public int WithoutVector => _collection.Name == _server.OwnName ? _catalogue.WithoutVector : int.MaxValue;

    public static async Task<QdrantStore> OpenAsync(QdrantServer server, QdrantCollection collection, CancellationToken cancellationToken)
    {
        QdrantStore store = new(server, collection);
        int points = 0;
        await collection.ReadAllAsync(
            whole =>
            {
                if (whole.Stored is not { } stored) { return; }
                store._counter.Add(new DocumentTerms(stored));
                store._catalogue.Put(QdrantPoints.Entry(stored, whole));
                points += 1 + (whole.Passages ?? 0);
            },
            cancellationToken);
        if (await collection.CountAsync(cancellationToken) != points) { store.Distrust(); }
        return store;
    }

    public StoreEntry? Find(string name) => _catalogue.Find(name) is { } entry ? new StoreEntry(name, entry.Mark, entry.Enabled, entry.Effective) : null;

    public Task PutAsync(IReadOnlyCollection<StoredDocument> documents, IProgress<StoreProgress>? progress, CancellationToken cancellationToken) =>
        AloneAsync(async () =>
        {
            Dictionary<string, StoredDocument> coming = documents.ToDictionary(stored => stored.Document.Name, StringComparer.Ordinal);
            int done = 0;
            foreach (StoredDocument[] batch in documents.Chunk(DocumentsAtOnce))
            {
                await PutBatchAsync(batch, coming, cancellationToken);
                progress?.Report(new StoreProgress(done += batch.Length, documents.Count));
            }
            await ReplaceAsync(cancellationToken);
        }, cancellationToken);

    public Task RemoveAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        foreach (string[] batch in names.Chunk(DocumentsAtOnce))
        {
            DocumentTerms[] before = await BeforeAsync(batch, cancellationToken);
            await _collection.DeleteAsync(QdrantFilters.OfDocuments(batch), cancellationToken);
            foreach (DocumentTerms terms in before) { _counter.Remove(terms); }
            foreach (string name in batch) { _catalogue.Remove(name); }
        }
        await ReplaceAsync(cancellationToken);
    }, cancellationToken);

    public Task EnableAsync(string name, bool enabled, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (_catalogue.Find(name) is not { } entry || entry.Enabled == enabled) { return; }
        await _collection.SetAsync(new SetPayload(new PointPayload { Enabled = enabled }, Filter: QdrantFilters.OfDocuments([name])), cancellationToken);
        _catalogue.Put(entry with { Enabled = enabled });
    }, cancellationToken);

    public Task<Candidates> FindAsync(StoreQuery query, CancellationToken cancellationToken) => _search.FindAsync(query, cancellationToken);

    public async Task EmbedAsync(
        Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> embed,
        IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        CatalogueEntry[] waiting = [.. _catalogue.Entries.Where(entry => !entry.Embedded)];
        int done = 0;
        foreach (CatalogueEntry[] batch in waiting.Chunk(DocumentsAtOnce))
        {
            foreach (PointPayload whole in await _collection.DocumentsAsync(batch.Select(entry => entry.Name), cancellationToken))
            {
                if (whole.Stored is not { } stored) { continue; }
                IReadOnlyList<Chunk> passages = Passages.Of(stored.Document);
                IReadOnlyList<ReadOnlyMemory<float>> vectors = await embed([.. passages.Select(passage => PassageText.Of(stored.Document, passage))], cancellationToken);
                await AloneAsync(() => AddVectorsAsync(stored, whole.Mark, vectors, cancellationToken), cancellationToken);
                progress?.Report(new StoreProgress(++done, waiting.Length));
            }
        }
    }

    public Task ServeAsync(CancellationToken cancellationToken) => _server.ServeAsync(_collection.Name, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _changing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Something broke off once: whoever fills the store is to put everything again.</summary>
    private void Distrust()
    {
        foreach (CatalogueEntry entry in _catalogue.Entries.ToArray()) { _catalogue.Put(entry with { Mark = "" }); }
    }

    private async Task PutBatchAsync(StoredDocument[] batch, Dictionary<string, StoredDocument> coming, CancellationToken cancellationToken)
    {
        (StoredDocument Stored, DocumentTerms Terms, PointPayload Common)[] read = [.. batch.Select(stored => (
            stored, new DocumentTerms(stored),
            QdrantPoints.Common(stored, _catalogue.SupersededFrom(stored.Document.Name, stored.Document.Header.SupersededBy, coming))))];
        DocumentTerms[] before = await BeforeAsync([.. batch.Select(stored => stored.Document.Name)], cancellationToken);
        await _collection.UpsertAsync(read.SelectMany(each => QdrantPoints.OfPassages(each.Terms, each.Common)), cancellationToken);
        await _collection.DeleteAsync(
            QdrantFilters.Outdated([.. batch.Select(stored => stored.Document.Name)], [.. read.Select(each => each.Common.Mark!)]), cancellationToken);
        Point[] whole = [.. read.Select(each => QdrantPoints.OfWhole(each.Stored, each.Terms.Passages.Count, each.Common))];
        await _collection.UpsertAsync(whole, cancellationToken);
        foreach (DocumentTerms terms in before) { _counter.Remove(terms); }
        for (int i = 0; i < read.Length; i++)
        {
            _counter.Add(read[i].Terms);
            _catalogue.Put(QdrantPoints.Entry(read[i].Stored, whole[i].Payload!));
        }
    }

    /// <summary>What is counted of these documents and will no longer be there.</summary>
    private async Task<DocumentTerms[]> BeforeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        [.. (await _collection.DocumentsAsync(names.Where(name => _catalogue.Find(name) is not null), cancellationToken))
            .Select(whole => whole.Stored).OfType<StoredDocument>().Select(stored => new DocumentTerms(stored))];

    /// <summary>Documents that name a successor learn from which day on they are replaced.</summary>
    private async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        foreach (CatalogueEntry entry in _catalogue.Entries.Where(entry => entry.SupersededBy is not null).ToArray())
        {
            int from = _catalogue.SupersededFrom(entry.Name, entry.SupersededBy, None);
            if (from == entry.SupersededFrom) { continue; }
            await _collection.SetAsync(new SetPayload(new PointPayload { SupersededFrom = from }, Filter: QdrantFilters.OfDocuments([entry.Name])), cancellationToken);
            _catalogue.Put(entry with { SupersededFrom = from });
        }
    }

    private async Task AddVectorsAsync(StoredDocument stored, string? mark, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        string name = stored.Document.Name;
        // put anew meanwhile: its new text gets vectors of its own
        if (_catalogue.Find(name) is not { } entry || entry.Mark != mark) { return; }
        IReadOnlyList<Chunk> passages = Passages.Of(stored.Document);
        // a passage that is switched off is not to be found by its meaning either
        await _collection.AddVectorsAsync(
            vectors.Select((vector, i) => (Vector: vector, Number: i)).Where(each => passages[each.Number].Enabled)
                .Select(each => new Point(PointIds.Of(name, each.Number), new PointVectors(Meaning: each.Vector))),
            cancellationToken);
        await _collection.SetAsync(
            new SetPayload(new PointPayload { Embedded = true }, Points: [PointIds.Of(name, QdrantFields.WholeDocument)]), cancellationToken);
        _catalogue.Put(entry with { Embedded = true });
    }

    private async Task AloneAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            await change();
        }
        finally
        {
            _changing.Release();
        }
    }
}
