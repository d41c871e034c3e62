using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>What each term of a question is worth: its inverse document frequency among passages, all together 1.</summary>
internal sealed class TermWeights
{
    private readonly double[] _all;
    private readonly double[] _pairs;
    private readonly double[] _units;
    private readonly bool[] _known;

    // by the lowest bits of their first character: most of a text is passed over without looking a term up
    private readonly bool[] _starts = new bool[1024];
    private readonly bool _hasWords;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly IReadOnlyList<SynonymGroup> _groups;
    private readonly QuestionPostings _postings;

    public TermWeights(IndexView view, Question question, QuestionPostings postings)
    {
        Terms = question.Terms;
        (_groups, _postings) = (question.Groups, postings);
        _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        (_all, _pairs, _units, _known) = (new double[Terms.Count], new double[Terms.Count], new double[Terms.Count], new bool[Terms.Count]);
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
        for (int i = 0; i < Terms.Count; i++) { _units[i] = _known[i] && IsUnit(Terms[i]) ? _all[i] : 0; }
        Divide(_all);
        Divide(_pairs);
        Divide(_units);
    }

    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>The question's terms in that text.</summary>
    public TermSet In(string text) => InFolded(Folding.Fold(text));

    public TermSet InFolded(string folded) => PlacesIn(folded).All;

    /// <summary>The question's terms in the indexed document, its title and similar questions included.</summary>
    public TermSet In(IndexedDocument document)
    {
        TermSet found = default;
        for (int i = 0; i < Terms.Count; i++)
        {
            if (_postings.Find(Terms[i].Text)?.Documents.Holds(document.Slot) == true) { found.Add(i); }
        }
        return found;
    }

    public TermPlaces PlacesIn(string folded)
    {
        TermPlaces places = new();
        TermReader terms = new(folded);
        while (terms.MoveNext())
        {
            ReadOnlySpan<char> term = terms.Current;
            if (_starts[term[0] & 1023] && _lookup.TryGetValue(term, out int place)) { places.Add(terms.Start, term.Length, place); }
        }
        WordReader words = new(folded);
        while (_hasWords && words.MoveNext())
        {
            if (words.Term is { } word && _places.TryGetValue(word, out int place)) { places.Add(words.Start, words.End - words.Start, place); }
        }
        foreach (SynonymGroup group in _groups)
        {
            if (!_places.TryGetValue(group.Term, out int place)) { continue; }
            foreach (string word in group.Words) { AddAll(places, folded, word, place); }
        }
        return places;
    }

    private static void AddAll(TermPlaces places, string folded, string word, int term)
    {
        for (int at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            places.Add(at, word.Length, term);
        }
    }

    /// <summary>The share of the question that these terms are, 0…1.</summary>
    public double Share(TermSet terms) => terms.Sum(_all);

    /// <summary>The same without characters alone.</summary>
    public double ShareOfPairs(TermSet terms) => terms.Sum(_pairs);

    /// <summary>The same of words of the lists, numbers and pairs outside of words, as far as any passage holds them.</summary>
    public double ShareOfUnits(TermSet terms) => terms.Sum(_units);

    /// <summary>Share of the words of the lists, and of the pairs outside of them, that no passage holds.</summary>
    public (double Words, double Pairs) Unheard()
    {
        (int words, int noWords, int pairs, int noPairs) = (0, 0, 0, 0);
        for (int i = 0; i < Terms.Count; i++)
        {
            if (!IsUnit(Terms[i])) { continue; }
            if (Terms[i].Kind == TermKind.Pair)
            {
                pairs++;
                noPairs += _known[i] ? 0 : 1;
            }
            else
            {
                words++;
                noWords += _known[i] ? 0 : 1;
            }
        }
        return (noWords / (double)Math.Max(1, words), noPairs / (double)Math.Max(1, pairs));
    }

    private static bool IsUnit(QuestionTerm term) =>
        term.Kind is TermKind.Word or TermKind.Thing || (term.Kind == TermKind.Pair && !term.Straddles && (!term.InsideWord || char.IsAsciiDigit(term.Text[0])));

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

    /// <summary>Share of the pairs outside words of the lists that stand in no passage.</summary>
    public double Unknown()
    {
        double all = 0;
        double unknown = 0;
        for (int i = 0; i < Terms.Count; i++)
        {
            if (Terms[i] is not { Kind: TermKind.Pair, Start: >= 0 }) { continue; }
            all++;
            unknown += _known[i] || Terms[i].InsideWord ? 0 : 1;
        }
        return all == 0 ? 0 : unknown / all;
    }

    private static void Divide(double[] weights)
    {
        double sum = weights.Sum();
        for (int i = 0; i < weights.Length && sum > 0; i++) { weights[i] /= sum; }
    }
}
