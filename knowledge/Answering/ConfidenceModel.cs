namespace Knowledge.Answering;

/// <summary>Estimates from the signals of a search, by logistic regression, that the documents answer the question.</summary>
internal sealed class ConfidenceModel(double bias, double[] weights)
{
    public const double DefaultThreshold = 0.5;

    public static ConfidenceModel Default { get; } = new(-4.5, [6, 0, 2, 2, 0]);

    /// <summary>0…1.</summary>
    public double Estimate(Signals signals)
    {
        double sum = bias;
        for (int i = 0; i < weights.Length; i++) { sum += weights[i] * signals.Values[i]; }
        return 1 / (1 + Math.Exp(-sum));
    }
}
