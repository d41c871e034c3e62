namespace Knowledge.Stores.Qdrant;

/// <summary>Conditions on the fields of points.</summary>
internal static class QdrantFilters
{
    /// <summary>What a query may find; null for everything.</summary>
    public static Filter? Of(StoreFilter filter)
    {
        List<Condition>? must = filter.Any ? null : Holding(filter);
        List<Condition>? mustNot = filter.Without.Count == 0 ? null : [new Condition(QdrantFields.Document, new Match(Any: [.. filter.Without]))];
        return must is null && mustNot is null ? null : new Filter(must, mustNot);
    }

    public static Filter OfDocuments(IReadOnlyList<string> names) => new([new Condition(QdrantFields.Document, new Match(Any: names))]);

    /// <summary>Passages of these documents that come from another text than these marks stand for.</summary>
    public static Filter Outdated(IReadOnlyList<string> names, IReadOnlyList<string> marks) => new(
        [new Condition(QdrantFields.Document, new Match(Any: names)), new Condition(QdrantFields.Passage, Range: new Range(Gte: 0))],
        [new Condition(QdrantFields.Mark, new Match(Any: marks))]);

    public static Filter WholeDocuments { get; } = new([new Condition(QdrantFields.Passage, new Match(Value: QdrantFields.WholeDocument))]);

    /// <summary>What may answer: the same rule as <see cref="Answering.Validity"/>, with the successor's day worked out beforehand.</summary>
    private static List<Condition> Holding(StoreFilter filter)
    {
        int day = QdrantFields.DayNumber(filter.Day);
        List<Condition> conditions =
        [
            new Condition(QdrantFields.Enabled, new Match(Value: true)),
            new Condition(QdrantFields.Effective, Range: new Range(Lte: day)),
            new Condition(QdrantFields.Expires, Range: new Range(Gte: day)),
            new Condition(QdrantFields.SupersededFrom, Range: new Range(Gt: day)),
        ];
        if (filter.Grids is { } grids) { conditions.Add(new Condition(QdrantFields.Grids, new Match(Any: [.. grids.Append(QdrantFields.All).Distinct()]))); }
        return conditions;
    }
}
