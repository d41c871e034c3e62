namespace Knowledge.Stores.Qdrant;

/// <summary>A document as points: its passages, and itself as a whole.</summary>
internal static class QdrantPoints
{
    /// <summary>One for each passage that may be found; without vectors of meaning, which come later.</summary>
    public static IEnumerable<Point> OfPassages(DocumentTerms terms, PointPayload common)
    {
        IReadOnlyList<IReadOnlyList<(string Term, int Count)>> passages = terms.ByPassage();
        for (int i = 0; i < passages.Count; i++)
        {
            yield return new Point(
                PointIds.Of(common.Document!, i),
                new PointVectors(passages[i].Count == 0 ? null : SparseVectors.OfPassage(passages[i], terms.LengthOf(i))),
                common with { Passage = i });
        }
    }

    /// <summary>Comes last: with it the document counts.</summary>
    public static Point OfWhole(StoredDocument stored, int passages, PointPayload common) => new(
        PointIds.Of(common.Document!, QdrantFields.WholeDocument),
        new PointVectors(),
        common with
        {
            Passage = QdrantFields.WholeDocument,
            // whether it is switched on stands beside it, where it can be changed alone
            Stored = stored with { Enabled = true },
            Passages = passages,
            Embedded = passages == 0,
        });

    public static PointPayload Common(StoredDocument stored, int supersededFrom)
    {
        DocumentHeader header = stored.Document.Header;
        NameList grids = header.Grids;
        return new PointPayload
        {
            Document = stored.Document.Name,
            Mark = StoreEntry.MarkOf(stored),
            Enabled = stored.Enabled,
            Effective = header.Effective is { } effective ? QdrantFields.DayNumber(effective) : QdrantFields.Always,
            Expires = header.Expires is { } expires ? QdrantFields.DayNumber(expires) : QdrantFields.Never,
            SupersededFrom = supersededFrom,
            Grids = grids.Count == 0 ? [QdrantFields.All] : grids,
        };
    }

    public static CatalogueEntry Entry(StoredDocument stored, PointPayload whole) => new(
        stored.Document.Name, whole.Mark ?? "", whole.Enabled ?? true, stored.Document.Header.SupersededBy, stored.Document.Header.Effective,
        whole.SupersededFrom ?? QdrantFields.Never, whole.Passages ?? 0, whole.Embedded ?? false);
}
