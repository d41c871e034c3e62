using System.Collections.Concurrent;
using Knowledge.Stores;

namespace Knowledge.Search;

/// <summary>
/// An inverted index in memory over whole documents and over their passages. Changes cost as much as the document they
/// concern; questions go on over the view they began with.
/// </summary>
internal sealed class KnowledgeIndex(FieldWeights? fields = null)
{
    // below this many removed passages it is not worth writing the lists anew
    private const int FewRetired = 1000;

    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, IndexedDocument> _byName = new(StringComparer.Ordinal);
    private volatile IndexView _view = IndexView.Of(new IndexCore(fields ?? new FieldWeights()), 0);

    public IndexView View => _view;

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<StoredDocument> All =>
        [.. _byName.Values.Select(document => document.Stored).OrderBy(stored => stored.Document.Name, StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Names => [.. _byName.Keys];

    public IEnumerable<IndexedDocument> Current => _byName.Select(pair => pair.Value);

    public IndexedDocument? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A copy with these documents in it, in the place of those with their names.</summary>
    public KnowledgeIndex With(IReadOnlyCollection<StoredDocument> others)
    {
        KnowledgeIndex copy = new(fields);
        HashSet<string> names = [.. others.Select(stored => stored.Document.Name)];
        foreach (IndexedDocument document in Current.Where(document => !names.Contains(document.Document.Name)).OrderBy(document => document.Slot))
        {
            copy.Put(document.Stored, document.Passages);
        }
        foreach (StoredDocument other in others) { copy.Put(other); }
        return copy;
    }

    public void Put(StoredDocument stored) => Put(stored, Passages.Of(stored.Document));

    private void Put(StoredDocument stored, IReadOnlyList<Chunk> passages)
    {
        lock (_writing)
        {
            int version = _view.Version + 1;
            IndexCore core = _view.Core;
            if (_byName.TryRemove(stored.Document.Name, out IndexedDocument? old))
            {
                core.Retire(old);
                old.DieIn(version);
            }
            _byName[stored.Document.Name] = core.Add(stored, passages);
            Publish(core, version);
        }
    }

    public void Remove(string name)
    {
        lock (_writing)
        {
            if (!_byName.TryRemove(name, out IndexedDocument? old)) { return; }
            int version = _view.Version + 1;
            _view.Core.Retire(old);
            old.DieIn(version);
            Publish(_view.Core, version);
        }
    }

    private void Publish(IndexCore core, int version)
    {
        int retired = core.Passages.Count - core.Passages.Live + core.Documents.Count - core.Documents.Live;
        if (retired > FewRetired && retired > core.Passages.Live + core.Documents.Live)
        {
            core = Rewrite();
        }
        _view = IndexView.Of(core, version);
    }

    /// <summary>Without the removed ones; readers keep the old lists as long as they need them.</summary>
    private IndexCore Rewrite()
    {
        IndexCore core = new(fields ?? new FieldWeights());
        foreach (IndexedDocument document in _byName.Values.OrderBy(document => document.Slot).ToList())
        {
            _byName[document.Document.Name] = core.Add(document.Stored, document.Passages);
        }
        return core;
    }
}
