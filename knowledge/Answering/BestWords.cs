using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>The passage and the sentence of a document that cover most of a question, each with the headings above it.</summary>
/// <param name="InFitting">What the best sentence covers that holds the sort of answer that is asked for.</param>
/// <param name="Runs">See <see cref="CoverageSignals.Runs"/>.</param>
internal sealed record BestWords(
    TermSet Passage, TermSet Sentence, double InPassage, double InSentence, double InFitting, double Runs)
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
            best = best.WithPassage(above.With(weights.InFolded(text)), weights);
            foreach (Range sentence in Sentences(text)) { best = best.WithSentence(text[sentence], above, question, weights); }
            if (i < PassagesForRuns)
            {
                best = best with { Runs = Math.Max(best.Runs, CoverageSignals.Runs(letters, titleLetters + "\n" + CoverageSignals.Letters(text))) };
            }
        }
        return best;
    }

    private BestWords WithPassage(TermSet terms, TermWeights weights)
    {
        double share = weights.ShareOfPairs(terms);
        return share <= InPassage ? this : this with { Passage = terms, InPassage = share };
    }

    private BestWords WithSentence(string sentence, TermSet above, Question question, TermWeights weights)
    {
        TermSet terms = above.With(weights.InFolded(sentence));
        double share = weights.ShareOfPairs(terms);
        bool fits = AnswerShapes.Fits(question.Expected, sentence);
        BestWords best = fits && share > InFitting ? this with { InFitting = share } : this;
        bool isBetter = share + (fits ? ForFitting : 0) > InSentence + (InFitting >= InSentence && InFitting > 0 ? ForFitting : 0);
        return isBetter ? best with { Sentence = terms, InSentence = share } : best;
    }

    private static IEnumerable<Range> Sentences(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOfAny(Ends, start);
            end = end < 0 ? text.Length : end;
            if (end - start > 3) { yield return start..end; }
            start = end + 1;
        }
    }
}
