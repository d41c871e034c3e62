namespace Bot.Triage.Classifier;

/// <summary>
/// Turns a head's scores into probabilities: softmax(slope · score + offset), slope and offsets fitted to
/// scores of texts the machine had not seen (Platt's method for several classes).
/// </summary>
internal sealed record Calibration(float Slope, float[] Offsets)
{
    private const int Rounds = 300;

    public void Apply(Span<float> scores)
    {
        float greatest = float.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (Slope * scores[i]) + Offsets[i];
            greatest = MathF.Max(greatest, scores[i]);
        }
        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - greatest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    /// <summary>The likeliest class of a row of scores.</summary>
    public int Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = (Slope * scores[i]) + Offsets[i] > (Slope * scores[best]) + Offsets[best] ? i : best;
        }
        return best;
    }

    /// <param name="scores">One row of class scores per text.</param>
    public static Calibration Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> labels, int classes)
    {
        double slope = 2;
        double[] offsets = new double[classes];
        double slopeMoment = 0;
        double[] moments = new double[classes];
        float[] probabilities = new float[classes];
        for (int round = 0; round < Rounds && scores.Count > 0; round++)
        {
            Calibration current = new((float)slope, Array.ConvertAll(offsets, o => (float)o));
            double slopeGradient = 0;
            double[] gradients = new double[classes];
            for (int i = 0; i < scores.Count; i++)
            {
                scores[i].CopyTo(probabilities, 0);
                current.Apply(probabilities);
                for (int c = 0; c < classes; c++)
                {
                    double error = probabilities[c] - (c == labels[i] ? 1 : 0);
                    gradients[c] += error;
                    slopeGradient += error * scores[i][c];
                }
            }
            slopeMoment = (0.9 * slopeMoment) + (slopeGradient / scores.Count);
            slope = Math.Max(0.1, slope - (0.3 * slopeMoment));
            for (int c = 0; c < classes; c++)
            {
                moments[c] = (0.9 * moments[c]) + ((gradients[c] + (0.5 * offsets[c])) / scores.Count);
                offsets[c] -= 0.3 * moments[c];
            }
        }
        return new Calibration((float)slope, Array.ConvertAll(offsets, o => (float)o));
    }
}
