using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>Which documents may answer somebody for a day.</summary>
public static class Validity
{
    /// <summary>
    /// A document that was replaced no longer answers, except where its successor is known and comes into force only later.
    /// </summary>
    internal static DocumentStanding Of(KnowledgeIndex index, StoredDocument stored, DateOnly day, IReadOnlyCollection<string>? grids) =>
        Of(stored, stored.Document.Header.SupersededBy is null ? Unknown : FirstDays(index), day, grids);

    /// <param name="firstDay">From a document's name to its first day, long ago for one without; null for a document that is not known.</param>
    internal static DocumentStanding Of(StoredDocument stored, Func<string, DateOnly?> firstDay, DateOnly day, IReadOnlyCollection<string>? grids)
    {
        DocumentHeader header = stored.Document.Header;
        bool replaced = header.SupersededBy is { } successor
            && !(NamesOf(stored.Document.Name, successor).Select(firstDay).FirstOrDefault(found => found is not null) > day);
        return !stored.Enabled ? DocumentStanding.Disabled
            : replaced ? DocumentStanding.Replaced
            : day < header.Effective ? DocumentStanding.NotYetInForce
            : day > header.Expires ? DocumentStanding.Expired
            : !header.HoldsFor(grids) ? DocumentStanding.ForOthers
            : DocumentStanding.Holds;
    }

    /// <summary>The names that a document may mean that says what replaced it: people write the whole name, or the file's name in the same folder, also with its extension.</summary>
    public static string[] NamesOf(string name, string successor)
    {
        string plain = Path.ChangeExtension(successor.Trim(), null).Replace('\\', '/');
        string beside = name.Contains('/', StringComparison.Ordinal) ? name[..(name.LastIndexOf('/') + 1)] + plain : plain;
        return [successor, plain, beside];
    }

    private static DateOnly? Unknown(string name) => null;

    private static Func<string, DateOnly?> FirstDays(KnowledgeIndex index) =>
        name => index.Find(name) is { } found ? found.Document.Header.Effective ?? DateOnly.MinValue : null;
}
