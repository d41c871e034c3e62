using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>Chooses the words of the best document that answer the question by themselves.</summary>
internal static class QuoteChooser
{
    // with its source a quote of this length still fits the group's line
    private const int Comfortable = 36;
    private const int Longest = 90;

    // what the group may hear, and what the source takes of it beside the title
    private const int LongestAnswer = 120;
    private const int SourceFrame = 20;
    private const int Shortest = 4;
    private const double ForFitting = 0.25;

    public static Quote? Choose(FoundDocument found, Question question, TermWeights weights)
    {
        Quote? best = null;
        double top = found.PassageScore;
        int longest = Math.Min(Longest, LongestAnswer - SourceFrame - Math.Min(Citation.LongestTitle, found.Document.Document.Header.Title.Length));
        foreach (FoundPassage passage in found.Passages.Where(passage => passage.Score > 0))
        {
            TermSet context = weights.In(string.Join('\n', [found.Document.Document.Header.Title, .. passage.Chunk.Headings]));
            double nearestShare = weights.Share(weights.In(passage.Chunk.Headings.Count > 0 ? passage.Chunk.Headings[^1] : ""));
            (string? block, TermPlaces? places) = (null, null);
            foreach (Sentence sentence in SentenceReader.Read(passage.Chunk.Text).Where(sentence => CanStandAlone(sentence.Letters, longest)))
            {
                if (!ReferenceEquals(block, sentence.Block)) { (block, places) = (sentence.Block, weights.PlacesIn(Folding.Fold(sentence.Block))); }
                TermSet own = places!.Within(sentence.Start, sentence.End);
                double coverage = weights.Share(own);
                double together = weights.Share(own.With(context));
                double score = (0.3 * coverage) + (2.5 * together) + ((sentence.Order == 0 ? 0.6 : 0.3) * nearestShare) + (0.4 * passage.Score / top)
                    - Length(sentence) - (sentence.IsWhole ? 0 : 0.1);
                if (best is not null && score + ForFitting <= best.Score) { continue; }
                bool fits = AnswerShapes.Fits(question.Expected, sentence.Letters);
                score += fits ? ForFitting : 0;
                if (best is null || score > best.Score) { best = new Quote(passage.Chunk, sentence, score, coverage, together, fits); }
            }
        }
        return best;
    }

    /// <summary>What ends with a colon only announces the answer.</summary>
    private static bool CanStandAlone(ReadOnlySpan<char> text, int longest) => text.Length >= Shortest && text.Length <= longest && text[^1] is not ('：' or ':');

    private static double Length(Sentence sentence) =>
        sentence.Length < 6 ? 0.2 : 0.005 * Math.Max(0, sentence.Length - Comfortable);
}
