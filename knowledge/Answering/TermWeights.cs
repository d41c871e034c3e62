using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>What each term of a question is worth: its inverse document frequency among passages, all together 1.</summary>
internal sealed class TermWeights
{
    private readonly double[] _all;
    private readonly double[] _pairs;
    private readonly bool[] _known;

    // by the lowest bits of their first character: most of a text is passed over without looking a term up
    private readonly bool[] _starts = new bool[1024];
    private readonly bool _hasWords;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly IReadOnlyList<SynonymGroup> _groups;

    public TermWeights(IndexView view, Question question, QuestionPostings postings)
    {
        Terms = question.Terms;
        _groups = question.Groups;
        _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        (_all, _pairs, _known) = (new double[Terms.Count], new double[Terms.Count], new bool[Terms.Count]);
        for (int i = 0; i < Terms.Count; i++)
        {
            int holding = postings.Find(Terms[i].Text)?.Passages.Live ?? 0;
            _places[Terms[i].Text] = i;
            _known[i] = holding > 0;
            _starts[Terms[i].Text[0] & 1023] = true;
            _hasWords |= Terms[i].Kind is TermKind.Word or TermKind.Thing || Terms[i].InsideWord;
            _all[i] = Terms[i].Weight * Bm25.Idf(view.LivePassages.Count, holding);
            _pairs[i] = Terms[i].Kind == TermKind.Single ? 0 : _all[i];
        }
        Divide(_all);
        Divide(_pairs);
    }

    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>The question's terms in that text.</summary>
    public TermSet In(string text) => InFolded(Folding.Fold(text));

    public TermSet InFolded(string folded)
    {
        TermSet found = new(Terms.Count);
        foreach (ReadOnlySpan<char> term in new TermReader(folded))
        {
            if (_starts[term[0] & 1023] && _lookup.TryGetValue(term, out int place)) { found[place] = true; }
        }
        WordReader words = new(folded);
        while (_hasWords && words.MoveNext())
        {
            if (words.Term is { } word && _places.TryGetValue(word, out int place)) { found[place] = true; }
        }
        foreach (SynonymGroup group in _groups)
        {
            if (group.Words.Any(word => folded.Contains(word, StringComparison.Ordinal))) { found[_places[group.Term]] = true; }
        }
        return found;
    }

    /// <summary>The share of the question that these terms are, 0…1.</summary>
    public double Share(TermSet terms) => Sum(_all, terms);

    /// <summary>The same without characters alone.</summary>
    public double ShareOfPairs(TermSet terms) => Sum(_pairs, terms);

    /// <summary>Share of the terms of that kind that are not among these.</summary>
    public double Missing(TermKind kind, TermSet found)
    {
        double all = 0;
        double missing = 0;
        for (int i = 0; i < _all.Length; i++)
        {
            if (Terms[i].Kind != kind) { continue; }
            all += _all[i];
            missing += found[i] ? 0 : _all[i];
        }
        return all == 0 ? 0 : missing / all;
    }

    /// <summary>The longest run of characters of which every pair stands in some passage but not among these.</summary>
    public int LongestForeignRun(TermSet found)
    {
        int longest = 0;
        int run = 0;
        int end = -1;
        for (int i = 0; i < Terms.Count; i++)
        {
            if (Terms[i] is not { Kind: TermKind.Pair, Start: >= 0 }) { continue; }
            run = !_known[i] || found[i] ? 0 : Terms[i].Start == end ? run + 1 : 2;
            end = Terms[i].Start + 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static double Sum(double[] weights, TermSet terms)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) { sum += terms[i] ? weights[i] : 0; }
        return sum;
    }

    private static void Divide(double[] weights)
    {
        double sum = weights.Sum();
        for (int i = 0; i < weights.Length && sum > 0; i++) { weights[i] /= sum; }
    }
}
