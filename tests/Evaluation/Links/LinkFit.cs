namespace Tests.Evaluation.Links;

/// <summary>Conditional logit: of the known matters and "none", whose score is 0, the right one is to be the likeliest.</summary>
internal static class LinkFit
{
    private const int Rounds = 400;
    private const double Penalty = 0.002;

    public static float[] On(IReadOnlyList<LinkExample> examples, int signals)
    {
        double[] weights = new double[signals], moments = new double[signals], squares = new double[signals];
        for (int round = 1; round <= Rounds; round++)
        {
            double[] slope = Slope(examples, weights);
            for (int k = 0; k < signals; k++)
            {
                moments[k] = (0.9 * moments[k]) + (0.1 * slope[k]);
                squares[k] = (0.99 * squares[k]) + (0.01 * slope[k] * slope[k]);
                double step = moments[k] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(squares[k] / (1 - Math.Pow(0.99, round))) + 1e-8);
                weights[k] -= 0.05 * (1 - ((double)round / (Rounds + 1))) * step;
            }
        }

        return [.. weights.Select(weight => (float)Math.Round(weight, 3))];
    }

    /// <summary>The likeliest of an example's matters; -1 for none.</summary>
    public static (int Choice, double Margin) Choose(LinkExample example, float[] weights)
    {
        (int best, double top) = (-1, double.NegativeInfinity);
        for (int i = 0; i < example.Signals.Count; i++)
        {
            double score = Dot(example.Signals[i], weights);
            if (score > top)
            {
                (best, top) = (i, score);
            }
        }

        return (top > 0 ? best : -1, top);
    }

    private static double[] Slope(IReadOnlyList<LinkExample> examples, double[] weights)
    {
        double[] slope = [.. weights.Select((weight, k) => k == 0 ? 0 : Penalty * weight)];
        foreach (LinkExample example in examples)
        {
            double[] scores = [.. example.Signals.Select(signals => Dot(signals, weights))];
            double top = Math.Max(0, scores.Max());
            double sum = Math.Exp(-top) + scores.Sum(score => Math.Exp(score - top));
            for (int i = 0; i < scores.Length; i++)
            {
                double error = ((Math.Exp(scores[i] - top) / sum) - (i == example.Right ? 1 : 0)) / examples.Count;
                float[] signals = example.Signals[i];
                for (int k = 0; k < slope.Length; k++)
                {
                    slope[k] += error * signals[k];
                }
            }
        }

        return slope;
    }

    private static double Dot(float[] signals, double[] weights)
    {
        double sum = 0;
        for (int k = 0; k < signals.Length; k++) { sum += signals[k] * weights[k]; }
        return sum;
    }

    private static double Dot(float[] signals, float[] weights)
    {
        double sum = 0;
        for (int k = 0; k < signals.Length; k++) { sum += signals[k] * weights[k]; }
        return sum;
    }
}
