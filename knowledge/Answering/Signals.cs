using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>What a search shows of whether it found an answer. Works on what was found alone, wherever it was found.</summary>
internal sealed class Signals
{
    /// <summary>One each of <see cref="Values"/>; the weights are kept under these names.</summary>
    public static readonly string[] Names = [.. MarginSignals.Names, .. CoverageSignals.Names, .. NameSignals.Names, "length", "pairs"];

    private Signals(double[] values) => Values = values;

    public IReadOnlyList<double> Values { get; }

    /// <summary>The question is about a year whose document is known and may not answer: no other document answers it.</summary>
    public bool IsPast { get; private init; }

    public static Signals Of(Question question, SearchResult result, TermWeights weights)
    {
        FoundDocument first = result.Documents[0];
        double[] names = NameSignals.Of(question, first.Document.Document);
        bool otherYear = names[Array.IndexOf(NameSignals.Names, "yearConflict")] > 0;
        return new Signals(
        [
            .. MarginSignals.Of(result),
            .. CoverageSignals.Of(question, first, weights),
            .. names,
            Math.Log(1 + question.Terms.Count) / 5,
            Math.Log(1 + question.Terms.Count(term => term.Kind == TermKind.Pair)) / 4,
        ])
        {
            IsPast = otherYear && result.Withheld > first.Score,
        };
    }

    public IReadOnlyList<Signal> Named() => [.. Names.Zip(Values, (name, value) => new Signal(name, Math.Round(value, 4)))];
}
