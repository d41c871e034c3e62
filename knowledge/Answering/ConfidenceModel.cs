using System.Globalization;

namespace Knowledge.Answering;

/// <summary>
/// Estimates from the signals of a search, by logistic regression, that the documents answer the question. The weights are
/// learned from the project's own labelled questions and kept in <c>confidence.tsv</c>; the threshold beside them too.
/// </summary>
internal sealed class ConfidenceModel
{
    private const string Bias = "bias";
    private const string ThresholdName = "threshold";

    private readonly double _bias;
    private readonly double[] _weights;

    private ConfidenceModel(Dictionary<string, double> values)
    {
        _bias = values[Bias];
        _weights = [.. Signals.Names.Select(name => values[name])];
        Threshold = values[ThresholdName];
    }

    public static ConfidenceModel Default { get; } = Load();

    /// <summary>For a store that has none of its own.</summary>
    public double Threshold { get; }

    /// <summary>0…1.</summary>
    public double Estimate(Signals signals)
    {
        double sum = _bias;
        for (int i = 0; i < _weights.Length; i++) { sum += _weights[i] * signals.Values[i]; }
        return 1 / (1 + Math.Exp(-sum));
    }

    private static ConfidenceModel Load()
    {
        using Stream stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream("Knowledge.Answering.confidence.tsv")
            ?? throw new InvalidOperationException("The resource confidence.tsv is missing.");
        using StreamReader reader = new(stream);
        return new ConfidenceModel(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture)));
    }
}
