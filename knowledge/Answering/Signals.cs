using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>What a search shows of whether it found an answer.</summary>
internal sealed class Signals
{
    /// <summary>One each of <see cref="Values"/>; the weights are kept under these names.</summary>
    public static readonly string[] Names =
    [
        "passage", "document", "lead", "inQuote", "wordsMissing", "singlesMissing", "unknown", "thingMissing", "thingsNotInQuote",
        "foreignName", "yearMissing", "yearConflict", "dateMissing", "placeMissing", "length",
    ];

    private const int NameLength = 3;

    private Signals(double[] values) => Values = values;

    public IReadOnlyList<double> Values { get; }

    public static Signals Of(Question question, SearchResult result, TermWeights weights, Quote? quote)
    {
        FoundDocument first = result.Documents[0];
        Document document = first.Document.Document;
        string title = document.Header.Title;
        HashSet<string> inDocument = weights.In(entry => entry.Documents, first.Document.Slot);
        HashSet<string> inPassage = first.Passages.Count == 0 ? [] : weights.In(entry => entry.Passages, first.Passages[0].Slot);
        HashSet<string> aroundQuote = quote is null ? [] : weights.In($"{title}\n{quote.Passage.Section}\n{quote.Sentence.Text}");
        double second = result.Documents.Count > 1 ? result.Documents[1].Score : 0;
        return new Signals(
        [
            first.PassageScore / result.Ceiling.Passage,
            first.DocumentScore / result.Ceiling.Document,
            (first.Score - second) / first.Score,
            quote?.Coverage ?? 0,
            weights.Missing(TermKind.Word, inPassage),
            weights.Missing(TermKind.Single, inPassage),
            weights.Unknown,
            weights.Missing(TermKind.Thing, inDocument) > 0 ? 1 : 0,
            weights.Missing(TermKind.Thing, aroundQuote),
            question.LongestRun(term => weights.IsKnown(term) && !inDocument.Contains(term)) >= NameLength ? 1 : 0,
            Lacks(document, question.Years),
            Conflicts(question, document.Header) ? 1 : 0,
            Lacks(document, question.Dates),
            Lacks(document, question.Places),
            Math.Log(1 + question.Terms.Count) / 5,
        ]);
    }

    public IReadOnlyList<Signal> Named() => [.. Names.Zip(Values, (name, value) => new Signal(name, Math.Round(value, 4)))];

    private static double Lacks(Document document, IReadOnlyList<string> named)
    {
        if (named.Count == 0) { return 0; }
        DocumentHeader header = document.Header;
        string whole = Folding.Fold($"{header.Title}\n{header.Issuer}\n{header.Audience}\n{document.Body}");
        return named.Any(name => !whole.Contains(name, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>The question is about other years than the document: its title's, or those since it came into force.</summary>
    private static bool Conflicts(Question question, DocumentHeader header)
    {
        if (question.Years.Count == 0) { return false; }
        List<string> titled = [.. QuestionTime.Years(Folding.Fold(header.Title), DateOnly.MinValue)];
        return titled.Count > 0
            ? !question.Years.Any(titled.Contains)
            : header.Effective is { } from && !question.Years.Any(year => int.Parse(year) >= from.Year);
    }
}
