namespace Knowledge.Stores;

/// <summary>What drafts change of the counts over everything that a store holds.</summary>
internal sealed class DraftCounts
{
    private readonly Dictionary<string, TermCount> _terms = new(StringComparer.Ordinal);
    private int _documents;
    private int _passages;
    private double _documentLength;
    private double _passageLength;

    public DraftCounts(IEnumerable<StoredDocument> come, IEnumerable<StoredDocument> go)
    {
        foreach (StoredDocument stored in come) { Add(new DocumentTerms(stored), 1); }
        foreach (StoredDocument stored in go) { Add(new DocumentTerms(stored), -1); }
    }

    public CorpusCounts With(CorpusCounts counts, IReadOnlyList<WeightedTerm> terms)
    {
        (int documents, int passages) = (Math.Max(0, counts.Documents + _documents), Math.Max(0, counts.Passages + _passages));
        return new CorpusCounts(
            documents, Mean((counts.Documents * counts.DocumentLength) + _documentLength, documents),
            passages, Mean((counts.Passages * counts.PassageLength) + _passageLength, passages),
            terms.Select(term => (term.Text, Count: Sum(counts.Terms.GetValueOrDefault(term.Text), _terms.GetValueOrDefault(term.Text))))
                .Where(term => term.Count is { Documents: > 0 } or { Passages: > 0 }).ToDictionary(term => term.Text, term => term.Count, StringComparer.Ordinal));
    }

    private void Add(DocumentTerms document, int sign)
    {
        _documents += sign;
        _passages += sign * document.Passages.Count;
        _documentLength += sign * document.Length;
        for (int i = 0; i < document.Passages.Count; i++) { _passageLength += sign * document.LengthOf(i); }
        foreach ((string term, bool inDocument, int passages) in document.Counts)
        {
            _terms[term] = Sum(_terms.GetValueOrDefault(term), new TermCount(inDocument ? sign : 0, sign * passages));
        }
    }

    private static TermCount Sum(TermCount one, TermCount two) => new(one.Documents + two.Documents, one.Passages + two.Passages);

    private static double Mean(double sum, int count) => count == 0 ? 1 : Math.Max(1, sum / count);
}
