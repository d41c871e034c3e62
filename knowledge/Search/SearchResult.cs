namespace Knowledge.Search;

/// <summary>What a question found.</summary>
/// <param name="Ceiling">The highest document score and passage score that the question could reach.</param>
/// <param name="Withheld">The highest score of a document that may not answer, such as one that expired; 0 where none comes near.</param>
internal sealed record SearchResult(IReadOnlyList<FoundDocument> Documents, Ceilings Ceiling, double Withheld);

/// <param name="Score">Document and best passage together, each divided by its ceiling.</param>
/// <param name="Passages">The best ones of the document, best first, with their scores.</param>
internal sealed record FoundDocument(IndexedDocument Document, double Score, double DocumentScore, double PassageScore, IReadOnlyList<FoundPassage> Passages)
{
    /// <summary>What the documents are ordered by: the score, or the sum of reciprocal ranks where a search by meaning took part.</summary>
    public double Rank => Fused ?? Score;

    /// <summary>Null where words alone were searched.</summary>
    public double? Fused { get; init; }
}

internal sealed record FoundPassage(Chunk Chunk, int Slot, double Score);

internal readonly record struct Ceilings(double Document, double Passage);
