namespace Knowledge.Search;

/// <summary>The index as it was at one moment; what a writer appends later is not seen through it.</summary>
internal sealed record IndexView(IndexCore Core, int Version, int Documents, int Passages, UnitTotals LiveDocuments, UnitTotals LivePassages)
{
    public static IndexView Of(IndexCore core, int version) => new(
        core, version, core.Documents.Count, core.Passages.Count, UnitTotals.Of(core.Documents), UnitTotals.Of(core.Passages));

    public bool Shows(IndexedDocument document) => document.Slot < Documents && document.LivesIn(Version);
}
