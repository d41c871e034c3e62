using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>The passage and the sentence of a document that cover most of a question, each with the headings above it.</summary>
/// <param name="InFitting">What the best sentence covers that holds the sort of answer that is asked for.</param>
/// <param name="Runs">See <see cref="CoverageSignals.Runs"/>.</param>
/// <param name="Nearest">The passage of the best sentence.</param>
/// <param name="UnitsInSentence">The highest share of a sentence in the question's words of the lists, numbers and pairs outside of words.</param>
/// <param name="UnitsInFitting">The same of sentences that hold the sort of answer that is asked for.</param>
internal sealed record BestWords(
    TermSet Passage, TermSet Sentence, double InPassage, double InSentence, double InFitting, double Runs, Chunk? Nearest = null,
    double UnitsInSentence = 0, double UnitsInFitting = 0)
{
    private const double ForFitting = 0.05;
    private const int PassagesForRuns = 2;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n', '!', '?', ';', '|'];

    public static BestWords Of(Question question, FoundDocument found, TermWeights weights, string title, TermSet inTitle)
    {
        BestWords best = new(inTitle, inTitle, 0, 0, 0, 0);
        string letters = CoverageSignals.Letters(question.Text);
        string titleLetters = CoverageSignals.Letters(title);
        foreach ((FoundPassage passage, int i) in found.Passages.Where(passage => passage.Score > 0).Select((passage, i) => (passage, i)))
        {
            string text = Folding.Fold(passage.Chunk.Text);
            TermSet above = inTitle.With(weights.In(string.Join('\n', passage.Chunk.Headings)));
            TermPlaces places = weights.PlacesIn(text);
            best = best.WithPassage(above.With(places.All), weights);
            foreach ((int start, int end) in Sentences(text))
            {
                best = best.WithSentence(above.With(places.Within(start, end)), text.AsSpan(start..end), passage.Chunk, question, weights);
            }
            if (i < PassagesForRuns)
            {
                best = best with { Runs = Math.Max(best.Runs, CoverageSignals.Runs(letters, titleLetters + "\n" + CoverageSignals.Letters(text))) };
            }
        }
        return best;
    }

    /// <summary>Whether an answer can be told by its shape.</summary>
    public static bool AsksForShape(Question question) =>
        question.Expected is not (ExpectedAnswer.Anything or ExpectedAnswer.Way or ExpectedAnswer.YesOrNo);

    private BestWords WithPassage(TermSet terms, TermWeights weights)
    {
        double share = weights.ShareOfPairs(terms);
        return share <= InPassage ? this : this with { Passage = terms, InPassage = share };
    }

    private BestWords WithSentence(TermSet terms, ReadOnlySpan<char> sentence, Chunk passage, Question question, TermWeights weights)
    {
        double share = weights.ShareOfPairs(terms);
        bool fits = AnswerShapes.Fits(question.Expected, sentence);
        double units = weights.ShareOfUnits(terms);
        BestWords best = this with
        {
            UnitsInSentence = Math.Max(units, UnitsInSentence),
            UnitsInFitting = fits || !AsksForShape(question) ? Math.Max(units, UnitsInFitting) : UnitsInFitting,
        };
        best = fits && share > InFitting ? best with { InFitting = share } : best;
        bool isBetter = share + (fits ? ForFitting : 0) > InSentence + (InFitting >= InSentence && InFitting > 0 ? ForFitting : 0);
        return isBetter ? best with { Sentence = terms, InSentence = share, Nearest = passage } : best;
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOfAny(Ends, start);
            end = end < 0 ? text.Length : end;
            if (end - start > 3) { yield return (start, end); }
            start = end + 1;
        }
    }
}
