namespace Knowledge.Stores.Qdrant;

/// <summary>In how many documents and passages each term stands, kept in step with what the server holds. Safe for use from many threads.</summary>
internal sealed class CorpusCounter
{
    private readonly Lock _lock = new();
    private readonly Dictionary<uint, TermCount> _terms = [];
    private int _documents;
    private long _documentLength;
    private int _passages;
    private long _passageLength;

    public void Add(DocumentTerms document) => Count(document, 1);

    public void Remove(DocumentTerms document) => Count(document, -1);

    public CorpusCounts Of(IReadOnlyList<WeightedTerm> terms)
    {
        lock (_lock)
        {
            return new CorpusCounts(
                _documents, _documents == 0 ? 1 : Math.Max(1, _documentLength / (double)_documents),
                _passages, _passages == 0 ? 1 : Math.Max(1, _passageLength / (double)_passages),
                terms.Select(term => (term.Text, Count: _terms.GetValueOrDefault(TermIds.Of(term.Text)))).Where(term => term.Count != default)
                    .ToDictionary(term => term.Text, term => term.Count, StringComparer.Ordinal));
        }
    }

    private void Count(DocumentTerms document, int sign)
    {
        lock (_lock)
        {
            _documents += sign;
            _documentLength += sign * document.Length;
            _passages += sign * document.Passages.Count;
            for (int i = 0; i < document.Passages.Count; i++) { _passageLength += sign * document.LengthOf(i); }
            foreach ((string term, bool inDocument, int passages) in document.Counts)
            {
                uint id = TermIds.Of(term);
                TermCount old = _terms.GetValueOrDefault(id);
                TermCount now = new(old.Documents + (inDocument ? sign : 0), old.Passages + (sign * passages));
                if (now == default) { _terms.Remove(id); } else { _terms[id] = now; }
            }
        }
    }
}
