namespace Knowledge.Stores;

/// <summary>For whom a document is meant.</summary>
internal static class Audience
{
    /// <summary>A document that names no grid is for all; one that does is for askers known to be of it.</summary>
    public static bool Holds(StoredDocument stored, IReadOnlyCollection<string>? grids) => stored.Document.Header.HoldsFor(grids);

    public static IReadOnlyList<string> GridsOf(StoredDocument stored) => stored.Document.Header.Grids;
}
