using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>A question as the index reads it: its terms without the words of asking, and what sort of answer it expects.</summary>
internal sealed class Question
{
    private const int Longest = 500;

    // with so many different terms nobody is asking; what is beyond is left out
    private const int MostTerms = 200;

    private Question(string text, IReadOnlyList<string> terms, ExpectedAnswer expected) => (Text, Terms, Expected) = (text, terms, expected);

    /// <summary>Folded.</summary>
    public string Text { get; }

    /// <summary>Different ones, in the order of their first occurrence.</summary>
    public IReadOnlyList<string> Terms { get; }

    public ExpectedAnswer Expected { get; }

    public static Question Read(string text)
    {
        string folded = Folding.Fold(text.Length > Longest ? text[..Longest] : text);
        List<string> terms = TermsOf(AskingWords.Blank(folded));
        if (terms.Count == 0)
        {
            terms = TermsOf(folded);
        }
        return new Question(folded, terms, AskingWords.Expected(folded));
    }

    private static List<string> TermsOf(string folded)
    {
        List<string> terms = [];
        HashSet<string> seen = [];
        foreach (ReadOnlySpan<char> term in new TermReader(folded))
        {
            if (terms.Count < MostTerms && seen.Add(term.ToString())) { terms.Add(term.ToString()); }
        }
        return terms;
    }
}
