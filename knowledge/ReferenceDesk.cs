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

    /// <summary>Never throws for what the question holds. A model for meanings that is slow or gone leaves the search by words.</summary>
    /// <param name="day">The day for which the answer is to hold.</param>
    /// <param name="grids">Grids and compounds of the asker; null where nobody in particular asks, and then documents for single grids may answer too.</param>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<Answer> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken)
    {
        Question read = settings.Read(question, day);
        StoreQuery query = new(QueryTerms.Of(read), await VectorAsync(question, cancellationToken), new StoreFilter(day, grids), MostPassages);
        if (store is EmbeddedStore embedded)
        {
            // the whole index is at hand: no need to choose candidates first
            IndexView view = embedded.View;
            Func<IndexedDocument, bool> holds = embedded.Holds(query.Filter);
            string[] near = query.Vector.IsEmpty ? [] : [.. embedded.Nearest(view, query, holds).Select(each => each.Document.Document.Name).Distinct()];
            return Answerer.Answer(view, read, question, holds, settings.Threshold, near);
        }
        Candidates found = await store.FindAsync(query, cancellationToken);
        string[] meant = [.. found.Passages.Where(each => each.Dense is not null).OrderBy(each => each.Dense!.Value.Rank).Select(each => each.Passage.Document).Distinct()];
        return Answerer.Answer(CandidateView.Of(found, read), read, question, _ => true, settings.Threshold, meant);
    }

    private async Task<ReadOnlyMemory<float>> VectorAsync(string question, CancellationToken cancellationToken)
    {
        if (embedder is null) { return default; }
        // where only some passages have vectors those would stand before the others
        _allEmbedded = _allEmbedded || store.WithoutVector == 0;
        return _allEmbedded ? await embedder.OfQuestionAsync(question, cancellationToken) : default;
    }
}
