using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>What a search shows of whether it found an answer. Works on what was found alone, wherever it was found.</summary>
internal sealed class Signals
{
    /// <summary>One each of <see cref="Values"/>; the weights are kept under these names.</summary>
    public static readonly string[] Names = [.. MarginSignals.Names, .. CoverageSignals.Names, .. NameSignals.Names, "length", "pairs"];

    private Signals(double[] values) => Values = values;

    public IReadOnlyList<double> Values { get; }

    public static Signals Of(Question question, SearchResult result, TermWeights weights)
    {
        FoundDocument first = result.Documents[0];
        return new Signals(
        [
            .. MarginSignals.Of(result),
            .. CoverageSignals.Of(question, first, weights),
            .. NameSignals.Of(question, first.Document.Document),
            Math.Log(1 + question.Terms.Count) / 5,
            Math.Log(1 + question.Terms.Count(term => term.Kind == TermKind.Pair)) / 4,
        ]);
    }

    public IReadOnlyList<Signal> Named() => [.. Names.Zip(Values, (name, value) => new Signal(name, Math.Round(value, 4)))];
}
