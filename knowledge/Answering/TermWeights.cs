using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>What each term of a question is worth: its inverse document frequency among passages, all together 1.</summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public TermWeights(IndexView view, Question question)
    {
        double sum = 0;
        foreach ((string term, double weight) in question.Terms)
        {
            sum += _weights[term] = weight * Bm25.Idf(view.LivePassages.Count, view.Core.Find(term)?.Passages.Live ?? 0);
        }
        foreach (string term in question.Terms.Keys) { _weights[term] /= sum; }
    }

    /// <summary>The question's terms in that text.</summary>
    public HashSet<string> In(string text)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> lookup = _weights.GetAlternateLookup<ReadOnlySpan<char>>();
        string folded = Folding.Fold(text);
        foreach (ReadOnlySpan<char> term in new TermReader(folded))
        {
            if (lookup.TryGetValue(term, out string? known, out _)) { found.Add(known); }
        }
        WordReader words = new(folded);
        while (words.MoveNext())
        {
            if (words.Term is { } word && _weights.ContainsKey(word)) { found.Add(word); }
        }
        return found;
    }

    /// <summary>0…1.</summary>
    public double Of(IEnumerable<string> terms) => terms.Sum(term => _weights[term]);
}
