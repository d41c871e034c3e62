namespace Knowledge.Stores;

/// <summary>For whom a document is meant.</summary>
internal static class Audience
{
    /// <summary>A document that names no grid is for all; one that does is for askers known to be of it.</summary>
    public static bool Holds(StoredDocument stored, string? grid) => GridsOf(stored) is var grids && (grids.Count == 0 || (grid is not null && grids.Contains(grid)));

    public static IReadOnlyList<string> GridsOf(StoredDocument stored) => stored.Document.Header.Grids;
}
