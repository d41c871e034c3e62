namespace Knowledge.Search;

/// <summary>
/// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with k1 0.8 and b 0.75, and the inverse document
/// frequency that never falls below zero.
/// </summary>
internal static class Bm25
{
    private const double K1 = 0.8;
    private const double B = 0.75;

    /// <summary>Tells weights apart that were made with other constants.</summary>
    public static string Settings { get; } = FormattableString.Invariant($"{K1} {B}");

    /// <summary>What a term can add to a score at most, for an inverse document frequency of 1.</summary>
    public const double Ceiling = K1 + 1;

    public static double Idf(int units, int unitsWithTerm) => Math.Log(1 + ((units - unitsWithTerm + 0.5) / (unitsWithTerm + 0.5)));

    /// <summary>What a term adds to the score of a unit, for an inverse document frequency of 1.</summary>
    public static double Share(int count, int length, double averageLength) =>
        Ceiling * count / (count + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>Adds the term's share to the score of every unit that holds it.</summary>
    /// <param name="scores">One per unit that the reader may see.</param>
    /// <param name="weight">The term's inverse document frequency times its weight in the question.</param>
    public static void Add(
        Span<float> scores, ReadOnlySpan<int> postings, ReadOnlySpan<int> lengths, double averageLength, double weight, double k1 = K1)
    {
        float scale = (float)(weight * (k1 + 1));
        float fixedPart = (float)(k1 * (1 - B));
        float perLength = (float)(k1 * B / averageLength);
        foreach (int item in postings)
        {
            int slot = PostingList.Slot(item);
            if (slot >= scores.Length) { return; }
            float count = PostingList.Count(item);
            scores[slot] += scale * count / (count + fixedPart + (perLength * lengths[slot]));
        }
    }
}
