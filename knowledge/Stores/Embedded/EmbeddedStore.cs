using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <summary>
/// The index of a <see cref="KnowledgeBase"/> in this process: text durable in its folder, inverted lists and vectors in
/// memory, changed document by document. Needs nothing beside it.
/// </summary>
/// <param name="shelf">Stays open when the store is disposed of.</param>
public sealed class EmbeddedStore(KnowledgeBase shelf) : IKnowledgeStore
{
    // between two of them questions and changes by people get their turn
    private const int Batch = 200;

    private readonly WholeIndex _whole = new(shelf.Index, new VectorTable());

    public IReadOnlyCollection<string> Names => shelf.Index.Names;

    public int WithoutVector => _whole.Vectors.MissingIn(shelf.Index.Current);

    public StoreEntry? Find(string name) =>
        shelf.Find(name) is { } stored ? new StoreEntry(name, StoreEntry.MarkOf(stored), stored.Enabled, stored.Document.Header.Effective) : null;

    public async Task PutAsync(IReadOnlyCollection<StoredDocument> documents, IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        foreach (StoredDocument[] batch in documents.Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            shelf.Put([.. batch.Select(stored => stored with { Fingerprint = stored.Fingerprint ?? shelf.Find(stored.Document.Name)?.Fingerprint })]);
            progress?.Report(new StoreProgress(done += batch.Length, documents.Count));
            await Task.Yield();
        }
    }

    public Task RemoveAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        foreach (string name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            shelf.Remove(name);
            _whole.Vectors.Remove(name);
        }
        return Task.CompletedTask;
    }

    public Task EnableAsync(string name, bool enabled, CancellationToken cancellationToken)
    {
        shelf.SetEnabled(name, enabled);
        return Task.CompletedTask;
    }

    public Task<Candidates> FindAsync(StoreQuery query, CancellationToken cancellationToken)
    {
        IndexView view = _whole.View;
        Func<IndexedDocument, bool> holds = _whole.Holds(query.Filter);
        List<NearPassage> lexical = PassageSearch.ByWords(view, query.Terms, holds, query.Limit);
        List<NearPassage> dense = _whole.Nearest(view, query, holds);
        return Task.FromResult(new Candidates(
            PassageSearch.Join(lexical, dense, both: !query.Vector.IsEmpty && query.Terms.Count > 0, query.Limit),
            [.. lexical.Concat(dense).Select(near => near.Document.Stored).Distinct(ReferenceEqualityComparer.Instance).Cast<StoredDocument>()],
            PassageSearch.Counts(view, query.Terms)));
    }

    public async Task EmbedAsync(
        Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> embed,
        IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        IndexedDocument[] waiting = [.. shelf.Index.Current.Where(document => !_whole.Vectors.Has(document))];
        for (int done = 0; done < waiting.Length; done++)
        {
            if (waiting[done].Passages.Count > 0)
            {
                IReadOnlyList<ReadOnlyMemory<float>> vectors = await embed(
                    [.. waiting[done].Passages.Select(passage => PassageText.Of(waiting[done].Document, passage))], cancellationToken);
                _whole.Vectors.Put(waiting[done].Document, vectors);
            }
            progress?.Report(new StoreProgress(done + 1, waiting.Length));
        }
    }

    public Task ServeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal WholeIndex Whole => _whole;
}
