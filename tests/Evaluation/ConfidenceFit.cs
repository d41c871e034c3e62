namespace Tests.Evaluation;

/// <summary>A search as the confidence sees it, with what it should have said.</summary>
/// <param name="Weight">How much it counts among the others.</param>
internal sealed record Example(double[] Signals, bool Answerable, double Weight);

/// <summary>
/// Logistic regression by gradient descent with a penalty, on signals brought to one scale. A signal of which is known whether
/// it speaks for or against an answer may be held to that.
/// </summary>
internal sealed class ConfidenceFit
{
    private const int Rounds = 300;
    private const double Momentum = 0.9;
    private const double LeastSpread = 0.02;

    private readonly double[] _weights;
    private double _bias;

    private ConfidenceFit(int signals) => _weights = new double[signals];

    /// <summary>For the signals as they are.</summary>
    public IReadOnlyList<double> Weights => _weights;

    public double Bias => _bias;

    /// <param name="signs">1, -1, or 0 where it is free; null where all are.</param>
    public static ConfidenceFit On(IReadOnlyList<Example> examples, double penalty, int[]? signs = null)
    {
        int signals = examples[0].Signals.Length;
        double total = examples.Sum(row => row.Weight);
        double[] means = [.. Enumerable.Range(0, signals).Select(k => examples.Sum(row => row.Weight * row.Signals[k]) / total)];
        double[] spreads = [.. Enumerable.Range(0, signals).Select(k =>
            Math.Max(LeastSpread, Math.Sqrt(examples.Sum(row => row.Weight * Math.Pow(row.Signals[k] - means[k], 2)) / total)))];
        List<Example> scaled = [.. examples.Select(row => row with { Signals = [.. row.Signals.Select((value, k) => (value - means[k]) / spreads[k])] })];
        ConfidenceFit fit = new(signals);
        fit.Descend(scaled, total, penalty, signs ?? new int[signals]);
        for (int k = 0; k < signals; k++)
        {
            fit._weights[k] /= spreads[k];
            fit._bias -= fit._weights[k] * means[k];
        }
        return fit;
    }

    /// <summary>Before it is brought to 0…1.</summary>
    public double Raw(double[] signals)
    {
        double sum = _bias;
        for (int k = 0; k < signals.Length; k++) { sum += _weights[k] * signals[k]; }
        return sum;
    }

    private void Descend(List<Example> examples, double total, double penalty, int[] signs)
    {
        double step = 1 / (1 + (0.1 * _weights.Length));
        double[] speeds = new double[_weights.Length];
        double biasSpeed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double[] slope = [.. _weights.Select(weight => penalty * weight)];
            double biasSlope = 0;
            foreach (Example example in examples)
            {
                double error = example.Weight * ((1 / (1 + Math.Exp(-Raw(example.Signals)))) - (example.Answerable ? 1 : 0)) / total;
                biasSlope += error;
                for (int k = 0; k < slope.Length; k++) { slope[k] += error * example.Signals[k]; }
            }
            _bias += biasSpeed = (Momentum * biasSpeed) - (step * biasSlope);
            for (int k = 0; k < slope.Length; k++)
            {
                _weights[k] += speeds[k] = (Momentum * speeds[k]) - (step * slope[k]);
                if (_weights[k] * signs[k] < 0) { (_weights[k], speeds[k]) = (0, 0); }
            }
        }
    }
}
