using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>Whether the document speaks of just what is asked: in words of the lists and numbers, in its headings, in questions that admins wrote.</summary>
internal static class FocusSignals
{
    public static readonly string[] Names =
        ["wordsNotInSentence", "likeAsked", "hasAsked", "headingAsked", "unknown", "shapeMissing", "unitsInSentence", "unitsInFitting", "unheardWords", "unheardPairs"];

    public static double[] Of(Question question, FoundDocument found, BestWords best, TermWeights weights)
    {
        string heading = best.Nearest is { Headings: [.., var nearest] } ? Folding.Fold(nearest) : "";
        (double unheardWords, double unheardPairs) = weights.Unheard();
        return
        [
            weights.Missing(TermKind.Word, best.Sentence),
            SimilarQuestions.Likeness(question, found, weights),
            found.Passages.Any(passage => passage.Chunk.Questions.Count > 0) ? 1 : 0,
            CoverageSignals.PairsAsked(question, heading),
            weights.Unknown(),
            BestWords.AsksForShape(question) ? Math.Max(0, best.InSentence - best.InFitting) : 0,
            best.UnitsInSentence, best.UnitsInFitting, unheardWords, unheardPairs,
        ];
    }
}
