using Knowledge.Search;

namespace Knowledge.Stores.Qdrant;

/// <summary>
/// BM25 as a product of two sparse vectors: a passage carries how much of each term it holds, a question how rare and how
/// weighty the term is. Lengths are measured against a fixed one, so that no point depends on what came before or after it.
/// </summary>
internal static class SparseVectors
{
    /// <summary>In terms; near the mean of passages of some 150 to 400 characters with their headings.</summary>
    private const double UsualLength = 200;

    public static SparseVector OfPassage(IEnumerable<(string Term, int Count)> terms, int length) =>
        Of(terms.Select(term => (term.Term, Bm25.Share(term.Count, length, UsualLength))));

    public static SparseVector OfQuestion(IEnumerable<WeightedTerm> terms, CorpusCounts counts) =>
        Of(terms.Where(term => counts.Terms.ContainsKey(term.Text))
            .Select(term => (term.Text, term.Weight * Bm25.Idf(counts.Passages, counts.Terms[term.Text].Passages))));

    private static SparseVector Of(IEnumerable<(string Term, double Value)> terms)
    {
        SortedDictionary<uint, double> values = [];
        foreach ((string term, double value) in terms)
        {
            uint id = TermIds.Of(term);
            values[id] = values.GetValueOrDefault(id) + value;
        }
        return new SparseVector([.. values.Keys], [.. values.Values.Select(value => (float)value)]);
    }
}
