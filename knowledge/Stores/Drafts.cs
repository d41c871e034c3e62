using Knowledge.Search;
using Knowledge.Stores.Embedded;

namespace Knowledge.Stores;

/// <summary>Documents that are not in a store yet, found as if they stood there in the place of those with their names.</summary>
internal sealed class Drafts
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<ReadOnlyMemory<float>>> _vectors;
    private readonly string[] _names;
    private readonly WholeIndex _own;
    private readonly DraftCounts _counts;

    /// <param name="replaced">What the store holds under these names.</param>
    /// <param name="vectors">Of the passages, by the document's name; none for a search by words alone.</param>
    public Drafts(
        IReadOnlyCollection<StoredDocument> documents, IEnumerable<StoredDocument> replaced, IReadOnlyDictionary<string, IReadOnlyList<ReadOnlyMemory<float>>> vectors)
    {
        Documents = documents;
        _vectors = vectors;
        _names = [.. documents.Select(stored => stored.Document.Name)];
        _own = new WholeIndex(new KnowledgeIndex().With(documents), new VectorTable());
        PutVectors(_own.Vectors);
        _counts = new DraftCounts(documents, replaced);
    }

    public IReadOnlyCollection<StoredDocument> Documents { get; }

    public void PutVectors(VectorTable table)
    {
        foreach (StoredDocument stored in Documents)
        {
            if (_vectors.TryGetValue(stored.Document.Name, out IReadOnlyList<ReadOnlyMemory<float>>? vectors) && vectors.Count > 0) { table.Put(stored.Document, vectors); }
        }
    }

    /// <summary>What the store finds, and what it would find of these.</summary>
    public async Task<Candidates> FindAsync(IKnowledgeStore store, StoreQuery query, CancellationToken cancellationToken)
    {
        Candidates found = await store.FindAsync(query with { Filter = query.Filter with { Without = _names } }, cancellationToken);
        IndexView view = _own.View;
        Func<IndexedDocument, bool> holds = _own.Holds(query.Filter);
        List<NearPassage> lexical = PassageSearch.ByWords(view, query.Terms, holds, query.Limit);
        List<NearPassage> dense = _own.Nearest(view, query, holds);
        IReadOnlyList<Candidate> own = PassageSearch.Join(lexical, dense, both: !query.Vector.IsEmpty && query.Terms.Count > 0, query.Limit * 2);
        return new Candidates(
            Ranked([.. found.Passages, .. own], query.Limit),
            [.. found.Documents, .. lexical.Concat(dense).Select(near => near.Document.Stored).DistinctBy(stored => stored.Document.Name)],
            _counts.With(found.Counts, query.Terms));
    }

    // the cosine is the same wherever it is measured; by words alone passages are only chosen, and ranked afterwards with all counts
    private static List<Candidate> Ranked(IReadOnlyList<Candidate> passages, int limit)
    {
        Candidate[] near = [.. passages.Where(each => each.Dense is not null).OrderByDescending(each => each.Dense!.Value.Score)];
        return
        [
            .. near.Take(limit).Select((each, rank) => each with { Dense = each.Dense!.Value with { Rank = rank } }),
            .. near.Skip(limit).Concat(passages.Where(each => each.Dense is null)).Where(each => each.Lexical is not null).Select(each => each with { Dense = null }),
        ];
    }
}
