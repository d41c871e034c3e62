using Knowledge.Answering;
using Knowledge.Embeddings;
using Knowledge.Search;
using Knowledge.Stores;
using Knowledge.Stores.Embedded;

namespace Knowledge;

/// <summary>
/// Answers questions from a store: reads the question, lets the store find passages by words and, where there is a model for
/// it, by meaning, ranks them and chooses the words. Safe for use from many threads.
/// </summary>
/// <param name="settings">Keeps the threshold and the words of one meaning, whichever store holds the documents.</param>
/// <param name="embedder">Null for a search by words alone.</param>
public sealed class ReferenceDesk(KnowledgeBase settings, IKnowledgeStore store, PassageEmbedder? embedder = null)
{
    // of these the documents are ranked; more cost time and found nothing more
    private const int MostPassages = 40;

    private volatile bool _allEmbedded;

    // the whole index is at hand: no need to choose candidates first
    private WholeIndex? Whole { get; init; } = (store as EmbeddedStore)?.Whole;

    private Drafts? Drafts { get; init; }

    /// <summary>Never throws for what the question holds. A model for meanings that is slow or gone leaves the search by words.</summary>
    /// <param name="day">The day for which the answer is to hold.</param>
    /// <param name="grids">Grids and compounds of the asker; null where nobody in particular asks, and then documents for single grids may answer too.</param>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<Answer> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken)
    {
        Question read = settings.Read(question, day);
        StoreQuery query = await QueryAsync(read, question, day, grids, cancellationToken);
        return AnswerFrom(await LookAsync(read, query, cancellationToken), read, question);
    }

    /// <summary>The answer, and what the search saw on its way, for people who test the documents.</summary>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<HitTest> TestAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken)
    {
        Question read = settings.Read(question, day);
        StoreQuery query = await QueryAsync(read, question, day, grids, cancellationToken);
        Seen seen = await LookAsync(read, query, cancellationToken);
        Seen all = await LookAsync(read, query with { Filter = query.Filter with { Any = true } }, cancellationToken);
        Func<StoredDocument, DocumentStanding> standing = Standing(day, grids);
        // both are in their order, and so stay what may answer and what may not
        return new HitTest(AnswerFrom(seen, read, question), [.. Examiner.Hits(seen.View, read, seen.Holds, seen.Near, standing)
            .Concat(Examiner.Hits(all.View, read, all.Holds, all.Near, standing).Where(hit => hit.Standing != DocumentStanding.Holds))
            .OrderByDescending(hit => hit.Score)]);
    }

    /// <summary>A desk that answers as this one would with these documents in the store, in the place of those with their names. The store is not touched.</summary>
    /// <param name="replaced">What the store holds under these names.</param>
    public async Task<ReferenceDesk> WithAsync(
        IReadOnlyCollection<StoredDocument> documents, IReadOnlyCollection<StoredDocument> replaced, CancellationToken cancellationToken)
    {
        Drafts drafts = new(documents, replaced, await VectorsAsync(documents, cancellationToken));
        return new ReferenceDesk(settings, store, embedder) { Whole = Whole?.With(drafts), Drafts = drafts };
    }

    private Answer AnswerFrom(Seen seen, Question read, string question) => Answerer.Answer(seen.View, read, question, seen.Holds, settings.Threshold, seen.Near);

    private async Task<StoreQuery> QueryAsync(Question read, string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        new(QueryTerms.Of(read), await VectorAsync(question, cancellationToken), new StoreFilter(day, grids), MostPassages);

    private async Task<Seen> LookAsync(Question read, StoreQuery query, CancellationToken cancellationToken)
    {
        if (Whole is { } whole)
        {
            IndexView view = whole.View;
            Func<IndexedDocument, bool> holds = whole.Holds(query.Filter);
            return new Seen(view, holds, [.. whole.Nearest(view, query, holds).Select(each => each.Document.Document.Name).Distinct()]);
        }
        Candidates found = await (Drafts?.FindAsync(store, query, cancellationToken) ?? store.FindAsync(query, cancellationToken));
        string[] near = [.. found.Passages.Where(each => each.Dense is not null).OrderBy(each => each.Dense!.Value.Rank).Select(each => each.Passage.Document).Distinct()];
        return new Seen(CandidateView.Of(found, read), _ => true, near);
    }

    private Func<StoredDocument, DocumentStanding> Standing(DateOnly day, IReadOnlyCollection<string>? grids) => Whole is { } whole
        ? stored => Validity.Of(whole.Index, stored, day, grids)
        : stored => Validity.Of(
            stored with { Enabled = store.Find(stored.Document.Name)?.Enabled ?? stored.Enabled },
            name => store.Find(name) is { } entry ? entry.Effective ?? DateOnly.MinValue : null, day, grids);

    private async Task<ReadOnlyMemory<float>> VectorAsync(string question, CancellationToken cancellationToken)
    {
        if (embedder is null) { return default; }
        // where only some passages have vectors those would stand before the others
        _allEmbedded = _allEmbedded || store.WithoutVector == 0;
        return _allEmbedded ? await embedder.OfQuestionAsync(question, cancellationToken) : default;
    }

    // without them they are found by their words, as they would be until the model is back
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<ReadOnlyMemory<float>>>> VectorsAsync(IEnumerable<StoredDocument> documents, CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyList<ReadOnlyMemory<float>>> vectors = [];
        if (embedder is null || store.WithoutVector > 0) { return vectors; }
        try
        {
            foreach (Document document in documents.Select(stored => stored.Document))
            {
                vectors[document.Name] = await embedder.OfPassagesAsync([.. Passages.Of(document).Select(passage => PassageText.Of(document, passage))], cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return vectors;
        }
        return vectors;
    }

    /// <param name="Near">Names of the documents that are nearest by meaning, nearest first.</param>
    private sealed record Seen(IndexView View, Func<IndexedDocument, bool> Holds, IReadOnlyList<string> Near);
}
