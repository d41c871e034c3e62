using System.Collections.Concurrent;
using Knowledge.Answering;

namespace Knowledge.Stores.Qdrant;

/// <summary>What is known of a document without asking the server.</summary>
/// <param name="Passages">How many it has.</param>
internal sealed record CatalogueEntry(string Name, string Mark, bool Enabled, string? SupersededBy, DateOnly? Effective, int SupersededFrom, int Passages, bool Embedded);

/// <summary>The documents in a collection, in memory.</summary>
internal sealed class Catalogue
{
    private readonly ConcurrentDictionary<string, CatalogueEntry> _entries = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => [.. _entries.Keys];

    public IEnumerable<CatalogueEntry> Entries => _entries.Select(pair => pair.Value);

    public int WithoutVector => Entries.Sum(entry => entry.Embedded ? 0 : entry.Passages);

    public CatalogueEntry? Find(string name) => _entries.GetValueOrDefault(name);

    public void Put(CatalogueEntry entry) => _entries[entry.Name] = entry;

    public void Remove(string name) => _entries.TryRemove(name, out _);

    /// <summary>From which day on the document is replaced.</summary>
    /// <param name="coming">Documents that are being put and are not in here yet.</param>
    public int SupersededFrom(string name, string? successor, IReadOnlyDictionary<string, StoredDocument> coming)
    {
        if (successor is null) { return QdrantFields.Never; }
        foreach (string candidate in Validity.NamesOf(name, successor))
        {
            if (coming.TryGetValue(candidate, out StoredDocument? stored)) { return From(stored.Document.Header.Effective); }
            if (Find(candidate) is { } entry) { return From(entry.Effective); }
        }
        return QdrantFields.Always;
    }

    private static int From(DateOnly? effective) => effective is { } day ? QdrantFields.DayNumber(day) : QdrantFields.Always;
}
