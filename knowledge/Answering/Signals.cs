using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>What a search shows of whether it found an answer.</summary>
internal sealed class Signals
{
    public static readonly string[] Names = ["passage", "document", "inPassage", "inQuote", "gap"];

    private Signals(double[] values) => Values = values;

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<double> Values { get; }

    public static Signals Of(Question question, SearchResult result, TermWeights weights, Quote? quote)
    {
        FoundDocument first = result.Documents[0];
        double second = result.Documents.Count > 1 ? result.Documents[1].Score : 0;
        Document document = first.Document.Document;
        double inPassage = first.Passages.Count == 0 ? 0
            : weights.Of(weights.In($"{document.Header.Title}\n{first.Passages[0].Chunk.Section}\n{first.Passages[0].Chunk.Text}"));
        return new Signals(
        [
            first.PassageScore / result.Ceiling.Passage,
            first.DocumentScore / result.Ceiling.Document,
            inPassage,
            quote?.WithHeadings ?? 0,
            (first.Score - second) / first.Score,
        ]);
    }

    public IReadOnlyList<Signal> Named() => [.. Names.Zip(Values, (name, value) => new Signal(name, Math.Round(value, 4)))];
}
