namespace Tests.Evaluation;

/// <summary>A search as the confidence sees it, with what it should have said.</summary>
/// <param name="Weight">How much it counts among the others.</param>
internal sealed record Example(double[] Signals, bool Answerable, double Weight);

/// <summary>Logistic regression by gradient descent with a small penalty, on signals brought to one scale.</summary>
internal sealed class ConfidenceFit
{
    private const double Penalty = 0.01;
    private const int Rounds = 1500;

    private readonly double[] _weights;
    private double _bias;

    private ConfidenceFit(int signals) => _weights = new double[signals];

    /// <summary>For the signals as they are.</summary>
    public IReadOnlyList<double> Weights => _weights;

    public double Bias => _bias;

    public static ConfidenceFit On(IReadOnlyList<Example> examples)
    {
        int signals = examples[0].Signals.Length;
        double[] means = [.. Enumerable.Range(0, signals).Select(k => examples.Average(row => row.Signals[k]))];
        double[] spreads = [.. Enumerable.Range(0, signals).Select(k =>
            Math.Max(1e-6, Math.Sqrt(examples.Average(row => Math.Pow(row.Signals[k] - means[k], 2)))))];
        List<Example> scaled = [.. examples.Select(row => row with { Signals = [.. row.Signals.Select((value, k) => (value - means[k]) / spreads[k])] })];
        ConfidenceFit fit = new(signals);
        double total = examples.Sum(row => row.Weight);
        for (int round = 0; round < Rounds; round++) { fit.Step(scaled, total); }
        for (int k = 0; k < signals; k++)
        {
            fit._weights[k] /= spreads[k];
            fit._bias -= fit._weights[k] * means[k];
        }
        return fit;
    }

    public double Estimate(double[] signals)
    {
        double sum = _bias;
        for (int k = 0; k < signals.Length; k++) { sum += _weights[k] * signals[k]; }
        return 1 / (1 + Math.Exp(-sum));
    }

    private void Step(List<Example> examples, double total)
    {
        double[] slope = [.. _weights.Select(weight => Penalty * weight)];
        double biasSlope = 0;
        foreach (Example example in examples)
        {
            double error = example.Weight * (Estimate(example.Signals) - (example.Answerable ? 1 : 0)) / total;
            biasSlope += error;
            for (int k = 0; k < slope.Length; k++) { slope[k] += error * example.Signals[k]; }
        }
        _bias -= biasSlope;
        for (int k = 0; k < slope.Length; k++) { _weights[k] -= slope[k]; }
    }
}
