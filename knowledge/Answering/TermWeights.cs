using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>What each term of a question is worth: its inverse document frequency among passages, all together 1.</summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermEntry> _known = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<SynonymGroup> _groups;

    public TermWeights(IndexView view, Question question, QuestionPostings postings)
    {
        _groups = question.Groups;
        int passages = view.LivePassages.Count;
        foreach (QuestionTerm term in question.Terms)
        {
            TermEntry? entry = postings.Find(term.Text);
            int holding = entry?.Passages.Live ?? 0;
            double idf = Bm25.Idf(passages, holding);
            _weights[term.Text] = term.Weight * idf;
            _kinds[term.Text] = term.Kind;
            if (holding > 0) { _known[term.Text] = entry!; }
            Unknown += holding == 0 && term.Kind == TermKind.Pair ? _weights[term.Text] : 0;
        }
        double sum = _weights.Values.Sum();
        foreach (string term in _weights.Keys) { _weights[term] /= sum; }
        Unknown /= sum;
    }

    /// <summary>Share of pairs that no passage holds.</summary>
    public double Unknown { get; }

    /// <summary>The question's terms in the document or passage of that slot, its title and headings.</summary>
    public HashSet<string> In(Func<TermEntry, PostingList> postings, int slot) =>
        [.. _known.Where(term => postings(term.Value).Holds(slot)).Select(term => term.Key)];

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
        foreach (SynonymGroup group in _groups)
        {
            if (group.Words.Any(word => folded.Contains(word, StringComparison.Ordinal))) { found.Add(group.Term); }
        }
        return found;
    }

    /// <summary>0…1.</summary>
    public double Of(IEnumerable<string> terms) => terms.Sum(term => _weights[term]);

    /// <summary>Share of the terms of that kind that are not among these.</summary>
    public double Missing(TermKind kind, HashSet<string> found)
    {
        double all = 0;
        double missing = 0;
        foreach ((string term, double weight) in _weights.Where(pair => _kinds[pair.Key] == kind))
        {
            all += weight;
            missing += found.Contains(term) ? 0 : weight;
        }
        return all == 0 ? 0 : missing / all;
    }

    /// <summary>Whether some passage holds the term.</summary>
    public bool IsKnown(string term) => _known.ContainsKey(term);
}
