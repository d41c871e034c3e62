using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>How much of the question stands in the document, in one passage of it and in one sentence.</summary>
internal static class CoverageSignals
{
    public static readonly string[] Names =
    [
        "inDocument", "inTitle", "titleAsked", "inPassage", "inSentence", "inFitting", "runs", "asksInPassage", "asksInSentence",
        "wordsNotInDocument", "wordsNotInPassage", "singlesNotInDocument", "singlesNotInPassage", "thingMissing", "thingsNotInSentence", "foreignName",
        .. FocusSignals.Names,
    ];

    // a run of so many characters is no chance
    private const int Run = 3;
    private const int LongestName = 6;

    public static double[] Of(Question question, FoundDocument found, TermWeights weights)
    {
        string title = Folding.Fold(found.Document.Document.Header.Title);
        TermSet inTitle = weights.InFolded(title);
        TermSet inDocument = weights.In(found.Document);
        BestWords best = BestWords.Of(question, found, weights, title, inTitle);
        AskedFor asked = AskedFor.In(question);
        return
        [
            weights.ShareOfPairs(inDocument), weights.ShareOfPairs(inTitle), PairsAsked(question, title),
            best.InPassage, best.InSentence, best.InFitting, best.Runs,
            asked.ShareIn(best.Passage), asked.ShareIn(best.Sentence),
            weights.Missing(TermKind.Word, inDocument), weights.Missing(TermKind.Word, best.Passage),
            weights.Missing(TermKind.Single, inDocument), weights.Missing(TermKind.Single, best.Passage),
            weights.Missing(TermKind.Thing, inDocument), weights.Missing(TermKind.Thing, best.Sentence),
            Math.Min(LongestName, weights.LongestForeignRun(inDocument)) / (double)LongestName,
            .. FocusSignals.Of(question, found, best, weights),
        ];
    }

    /// <summary>Share of the question's letters that stand in the text in runs.</summary>
    public static double Runs(string question, string text)
    {
        bool[] covered = new bool[question.Length];
        for (int i = 0; i + Run <= question.Length; i++)
        {
            if (text.AsSpan().IndexOf(question.AsSpan(i, Run)) >= 0) { covered.AsSpan(i, Run).Fill(true); }
        }
        return covered.Count(isCovered => isCovered) / (double)Math.Max(1, question.Length);
    }

    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Share of a title's pairs of characters that the question names.</summary>
    public static double PairsAsked(Question question, string title)
    {
        int pairs = 0;
        int asked = 0;
        foreach (ReadOnlySpan<char> term in new TermReader(title))
        {
            if (term.Length != 2) { continue; }
            pairs++;
            asked += question.Text.AsSpan().IndexOf(term) >= 0 ? 1 : 0;
        }
        return pairs == 0 ? 0 : asked / (double)pairs;
    }
}
