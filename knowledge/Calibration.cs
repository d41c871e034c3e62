namespace Knowledge;

/// <summary>A threshold found on labelled questions, and what it does to them.</summary>
/// <param name="Threshold">The confidence from which on to answer.</param>
/// <param name="Answered">Answerable questions that reach it, of <paramref name="Answerable"/>.</param>
/// <param name="Refused">Other questions that do not, of <paramref name="Others"/>.</param>
public sealed record Calibration(double Threshold, int Answered, int Answerable, int Refused, int Others)
{
    /// <summary>F1 with answerable questions as the positive ones.</summary>
    public double F1 => 2.0 * Answered / Math.Max(1, Answered + Answerable + Others - Refused);

    /// <summary>The threshold of the highest F1, halfway to the next confidence below so that it does not lie on a question.</summary>
    /// <param name="answers">Confidence and whether the question is answerable; both sorts must be there.</param>
    /// <exception cref="ArgumentException">All are answerable, or none is.</exception>
    public static Calibration Of(IReadOnlyCollection<(double Confidence, bool Answerable)> answers)
    {
        int answerable = answers.Count(answer => answer.Answerable);
        int others = answers.Count - answerable;
        if (answerable == 0 || others == 0)
        {
            throw new ArgumentException("A threshold needs answerable questions and others.", nameof(answers));
        }
        List<(double Confidence, bool Answerable)> falling = [.. answers.OrderByDescending(answer => answer.Confidence)];
        Calibration best = new(1, 0, answerable, others, others);
        int answered = 0;
        for (int i = 0; i < falling.Count; i++)
        {
            answered += falling[i].Answerable ? 1 : 0;
            double next = i + 1 < falling.Count ? falling[i + 1].Confidence : 0;
            if (next == falling[i].Confidence) { continue; }
            Calibration here = new((falling[i].Confidence + next) / 2, answered, answerable, others - (i + 1 - answered), others);
            best = here.F1 > best.F1 ? here : best;
        }
        return best;
    }
}
