using System.Runtime.CompilerServices;
using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>How near a question comes to one that an admin wrote beside a passage.</summary>
internal static class SimilarQuestions
{
    // reading them costs more than comparing; they are forgotten with their passage
    private static readonly ConditionalWeakTable<Chunk, Question[]> Read = [];

    /// <summary>0…1, of the nearest of all passages found; 0 where there is none.</summary>
    public static double Likeness(Question question, FoundDocument found, TermWeights weights)
    {
        double best = 0;
        foreach (FoundPassage passage in found.Passages)
        {
            if (!passage.Chunk.Enabled || passage.Chunk.Questions.Count == 0) { continue; }
            foreach (Question known in Read.GetValue(passage.Chunk, static chunk => [.. chunk.Questions.Select(text => Question.Read(text, DateOnly.MinValue))]))
            {
                best = Math.Max(best, Likeness(question, known, weights));
            }
        }
        return best;
    }

    private static double Likeness(Question question, Question known, TermWeights weights)
    {
        double said = weights.Share(weights.InFolded(known.Text));
        HashSet<string> terms = [.. question.Terms.Select(term => term.Text)];
        double all = known.Terms.Sum(term => term.Weight);
        double shared = known.Terms.Where(term => terms.Contains(term.Text)).Sum(term => term.Weight) / Math.Max(1, all);
        return said + shared == 0 ? 0 : 2 * said * shared / (said + shared);
    }
}
