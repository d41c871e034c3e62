using Knowledge.Search;

namespace Knowledge.Stores;

/// <summary>The terms of one document and of its passages, read and counted as the index in the process does it.</summary>
internal sealed class DocumentTerms
{
    private readonly IndexCore _core = new(new FieldWeights());

    public DocumentTerms(StoredDocument stored) => Passages = _core.Add(stored, Stores.Passages.Of(stored.Document)).Passages;

    public IReadOnlyList<Chunk> Passages { get; }

    public int Length => _core.Documents.Lengths[0];

    public int LengthOf(int passage) => _core.Passages.Lengths[passage];

    /// <summary>Each term of the document and in how many of its passages it stands.</summary>
    public IEnumerable<(string Term, bool InDocument, int Passages)> Counts =>
        _core.Terms.Select(term => (term.Key, term.Value.Documents.Live > 0, term.Value.Passages.Live));

    /// <summary>For each passage its terms and how often each stands there.</summary>
    public IReadOnlyList<IReadOnlyList<(string Term, int Count)>> ByPassage()
    {
        List<(string, int)>[] passages = [.. Passages.Select(_ => new List<(string, int)>())];
        foreach ((string term, TermEntry entry) in _core.Terms)
        {
            foreach (int item in entry.Passages.Items) { passages[PostingList.Slot(item)].Add((term, PostingList.Count(item))); }
        }
        return passages;
    }
}
