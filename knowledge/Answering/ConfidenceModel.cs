using System.Globalization;

namespace Knowledge.Answering;

/// <summary>
/// Estimates from the signals of a search that the documents answer the question: one logistic regression for questions in
/// plain talk and one for those in the language of offices, mixed by how the question is worded. The weights are learned from
/// the project's own labelled questions and kept in <c>confidence.tsv</c>; the threshold beside them too.
/// </summary>
internal sealed class ConfidenceModel
{
    // nearly always one of the two
    private const double Sharpness = 4;

    private readonly Linear _manner;
    private readonly Linear _plain;
    private readonly Linear _formal;

    private ConfidenceModel(Dictionary<string, double> values)
    {
        _manner = Linear.From(values, "manner", Manner.Names);
        _plain = Linear.From(values, "plain", Signals.Names);
        _formal = Linear.From(values, "formal", Signals.Names);
        Threshold = values["threshold"];
    }

    public static ConfidenceModel Default { get; } = Load();

    /// <summary>For a store that has none of its own.</summary>
    public double Threshold { get; }

    /// <summary>0…1.</summary>
    public double Estimate(IReadOnlyList<double> manner, IReadOnlyList<double> signals)
    {
        double formal = Formal(_manner.Of(manner));
        return Sigmoid((formal * _formal.Of(signals)) + ((1 - formal) * _plain.Of(signals)));
    }

    /// <summary>How far a question counts as worded by an office, from what the manner says of it.</summary>
    public static double Formal(double manner) => Sigmoid(Sharpness * manner);

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    private static ConfidenceModel Load()
    {
        using Stream stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream("Knowledge.Answering.confidence.tsv")
            ?? throw new InvalidOperationException("The resource confidence.tsv is missing.");
        using StreamReader reader = new(stream);
        return Read(reader.ReadToEnd());
    }

    /// <summary>From lines of a name and a weight.</summary>
    public static ConfidenceModel Read(string weights) => new(weights.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => double.Parse(fields[1], CultureInfo.InvariantCulture)));

    private sealed record Linear(double[] Weights, double Bias)
    {
        public static Linear From(Dictionary<string, double> values, string part, string[] names) =>
            new([.. names.Select(name => values.GetValueOrDefault($"{part}.{name}"))], values[$"{part}.bias"]);

        public double Of(IReadOnlyList<double> values)
        {
            double sum = Bias;
            for (int i = 0; i < Weights.Length; i++) { sum += Weights[i] * values[i]; }
            return sum;
        }
    }
}
