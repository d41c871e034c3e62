using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>From a question to an answer: search, choose the words, estimate whether they answer it.</summary>
internal static class Answerer
{
    /// <param name="holds">Which documents may answer.</param>
    /// <param name="near">Names of those nearest by meaning, nearest first, where meanings were searched.</param>
    public static Answer Answer(IndexView view, Question question, string text, Func<IndexedDocument, bool> holds, double threshold, IReadOnlyList<string>? near = null)
    {
        QuestionPostings postings = new(view, question);
        SearchResult result = FusedSearch.Search(view, question, postings, holds, near ?? []);
        List<RankedDocument> ranked = [.. result.Documents.Select(found => new RankedDocument(
            found.Document.Document.Name, found.Document.Document.Header.Title, Math.Round(found.Rank, 6)))];
        if (result.Documents.Count == 0)
        {
            return new Answer(text, false, 0, ranked, null, []);
        }
        TermWeights weights = new(view, question, postings);
        if (Curated.Find(result, question) is { } curated)
        {
            return Worded(text, ranked, curated.Found, Curated.Whole(curated.Passage) ?? QuoteChooser.Choose(curated.Found, question, weights));
        }
        FoundDocument first = result.Documents[0];
        Quote? quote = QuoteChooser.Choose(first, question, weights);
        Signals signals = Signals.Of(question, result, weights);
        double confidence = signals.IsPast ? 0 : ConfidenceModel.Default.Estimate(Manner.Of(question), signals.Values);
        Citation? citation = quote is null ? null : Cite(first.Document.Document, quote);
        bool answered = citation is not null && confidence >= threshold;
        return new Answer(text, answered, confidence, ranked, citation, signals.Named())
        {
            Differing = answered && Disagreement.Find(result, question, weights, quote!) is { } other ? Cite(other.Document, other.Quote) : null,
        };
    }

    // no estimate is needed where a person said that this answers it
    private static Answer Worded(string text, List<RankedDocument> ranked, FoundDocument found, Quote? quote)
    {
        string name = found.Document.Document.Name;
        Citation? citation = quote is null ? null : Cite(found.Document.Document, quote);
        return new Answer(
            text, citation is not null, 1, [.. ranked.OrderByDescending(each => each.Document == name)], citation, [new Signal("standardAnswer", 1)]);
    }

    private static Citation Cite(Document document, Quote quote) => new(
        document.Name, document.Header.Title, quote.Passage.Section, Clauses.Of(quote.Passage, quote.Sentence.Text), document.Header.Effective,
        quote.Sentence.Text, quote.Passage.Text, document.Header.Contact);
}
