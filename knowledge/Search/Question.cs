using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>A question as the index reads it: its terms with their weights, and what sort of answer it expects.</summary>
internal sealed class Question
{
    private const int Longest = 500;

    // with so many different terms nobody is asking; what is beyond is left out
    private const int MostTerms = 300;

    // measured: single characters find what two speakers word differently; the words of a group stand for one another
    private const double SingleWeight = 0.4;
    private const double WordWeight = 1.5;
    private const double InsideWord = 0.5;

    private readonly Dictionary<string, double> _terms = new(StringComparer.Ordinal);

    private Question(string text) => Text = text;

    /// <summary>Folded.</summary>
    public string Text { get; }

    /// <summary>Different ones, each with its weight beside its rarity.</summary>
    public IReadOnlyDictionary<string, double> Terms => _terms;

    /// <summary>That it speaks of, as numbers.</summary>
    public IReadOnlyList<string> Years { get; private init; } = [];

    public ExpectedAnswer Expected { get; private init; }

    /// <param name="day">From which 今年 and 明年 are counted.</param>
    public static Question Read(string text, DateOnly day)
    {
        string folded = Folding.Fold(text.Length > Longest ? text[..Longest] : text);
        Question question = new(folded) { Expected = AskingWords.Expected(folded), Years = [.. QuestionTime.Years(folded, day).Distinct()] };
        question.AddTerms(skipFillers: true);
        if (question._terms.Count == 0) { question.AddTerms(skipFillers: false); }
        foreach (string year in question.Years) { question.Add(year, 1); }
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
                Add(word, char.IsAsciiDigit(word[0]) ? 1 : WordWeight);
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
            bool inside = wordAt[terms.Start] > 0 && wordAt[terms.Start] == wordAt[terms.Start + terms.Current.Length - 1];
            bool single = terms.Current is [>= '\u2E80'];
            Add(terms.Current.ToString(), (single ? SingleWeight : 1) * (inside ? InsideWord : 1));
        }
    }

    private void Add(string term, double weight)
    {
        if (_terms.Count < MostTerms && weight > 0) { _terms.TryAdd(term, weight); }
    }
}
