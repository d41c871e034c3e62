using System.Text.RegularExpressions;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>A question as the index reads it: its terms with their weights, and what sort of answer it expects.</summary>
internal sealed partial class Question
{
    private const int Longest = 500;

    // with so many different terms nobody is asking; what is beyond is left out
    private const int MostTerms = 300;

    // measured: single characters find what two speakers word differently; the words of a group stand for one another
    private const double SingleWeight = 0.75;
    private const double WordWeight = 1.5;
    private const double ThingWeight = 2;

    // what stands in the question as it stands in a document still counts more than a word of the same group
    private const double InsideWord = 0.6;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<QuestionTerm> _terms = [];

    private Question(string text) => Text = text;

    /// <summary>Folded.</summary>
    public string Text { get; }

    /// <summary>Different ones.</summary>
    public IReadOnlyList<QuestionTerm> Terms => _terms;

    /// <summary>That it speaks of, as numbers.</summary>
    public IReadOnlyList<string> Years { get; private init; } = [];

    /// <summary>"10月", "11月25日".</summary>
    public IReadOnlyList<string> Dates { get; private init; } = [];

    /// <summary>Provinces and cities.</summary>
    public IReadOnlyList<string> Places { get; private init; } = [];

    /// <summary>Groups of the store's own synonyms of which a word stands in the question.</summary>
    public IReadOnlyList<SynonymGroup> Groups { get; private set; } = [];

    public ExpectedAnswer Expected { get; private init; }

    /// <param name="day">From which 今年 and 明年 are counted.</param>
    public static Question Read(string text, DateOnly day, SynonymTable? synonyms = null)
    {
        string folded = LongNumber().Replace(Folding.Fold(text.Length > Longest ? text[..Longest] : text), " ");
        Question question = new(folded)
        {
            Expected = AskingWords.Expected(folded),
            Years = [.. QuestionTime.Years(folded, day).Distinct()],
            Dates = [.. QuestionTime.Dates(folded).Distinct()],
            Places = [.. PlaceNames.In(folded)],
        };
        question.AddTerms(skipFillers: true);
        if (question._terms.Count == 0) { question.AddTerms(skipFillers: false); }
        question.AddGroups(synonyms ?? SynonymTable.Empty);
        foreach (string year in question.Years) { question.Add(new QuestionTerm(year, TermKind.Pair, 1, -1, 0)); }
        return question;
    }

    private void AddTerms(bool skipFillers)
    {
        char[] rest = Text.ToCharArray();
        int[] wordAt = new int[rest.Length];
        WordReader words = new(Text);
        for (int number = 1; words.MoveNext(); number++)
        {
            if (words.Term is { } word)
            {
                bool isNumber = char.IsAsciiDigit(word[0]);
                Add(new QuestionTerm(word, isNumber ? TermKind.Pair : words.IsThing ? TermKind.Thing : TermKind.Word, isNumber ? 1 : words.IsThing ? ThingWeight : WordWeight,
                    words.Start, words.End - words.Start, InsideWord: true));
                Array.Fill(wordAt, number, words.Start, words.End - words.Start);
            }
            else if (skipFillers)
            {
                Array.Fill(rest, ' ', words.Start, words.End - words.Start);
            }
        }
        TermReader terms = new(rest);
        while (terms.MoveNext())
        {
            (int first, int last) = (wordAt[terms.Start], wordAt[terms.Start + terms.Current.Length - 1]);
            bool inside = first > 0 && first == last;
            bool single = terms.Current is [>= '\u2E80'];
            Add(new QuestionTerm(terms.Current.ToString(), single ? TermKind.Single : TermKind.Pair,
                (single ? SingleWeight : 1) * (inside ? InsideWord : 1), terms.Start, terms.Current.Length, inside, !inside && first != last));
        }
    }

    private void AddGroups(SynonymTable synonyms)
    {
        List<(SynonymGroup Group, int Start, int Length)> found = [.. synonyms.In(Text)];
        foreach ((SynonymGroup group, int start, int length) in found) { Add(new QuestionTerm(group.Term, TermKind.Word, WordWeight, start, length, InsideWord: true)); }
        // a long question has no room for all of them
        Groups = [.. found.Select(one => one.Group).Distinct().Where(group => _seen.Contains(group.Term))];
    }

    private void Add(QuestionTerm term)
    {
        if (_terms.Count < MostTerms && _seen.Add(term.Text)) { _terms.Add(term); }
    }

    // a telephone or an identity number leads to a person and to no document
    [GeneratedRegex("[0-9]{11,}x?")]
    private static partial Regex LongNumber();
}
