using Knowledge.Stores;

namespace Knowledge.Search;

/// <summary>The index as it was at one moment; what a writer appends later is not seen through it.</summary>
internal sealed record IndexView(IndexCore Core, int Version, int Documents, int Passages, UnitTotals LiveDocuments, UnitTotals LivePassages)
{
    /// <summary>In how many documents and passages each term of the question stands, where that is not what the lists themselves say.</summary>
    public IReadOnlyDictionary<string, TermCount>? Terms { get; init; }

    public static IndexView Of(IndexCore core, int version) => new(
        core, version, core.Documents.Count, core.Passages.Count, UnitTotals.Of(core.Documents), UnitTotals.Of(core.Passages));

    public bool Shows(IndexedDocument document) => document.Slot < Documents && document.LivesIn(Version);
}
