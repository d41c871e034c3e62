namespace Knowledge.Stores.Qdrant;

/// <summary>Finds passages: both searches and their fusion in one request, then the documents they are of.</summary>
internal sealed class QdrantSearch(QdrantCollection collection, CorpusCounter counter)
{
    private static readonly string[] Place = [QdrantFields.Document, QdrantFields.Passage];
    private static readonly CorpusCounts Nothing = new(0, 1, 0, 1, new Dictionary<string, TermCount>());

    public async Task<Candidates> FindAsync(StoreQuery query, CancellationToken cancellationToken)
    {
        CorpusCounts counts = counter.Of(query.Terms);
        Filter? filter = QdrantFilters.Of(query.Filter);
        SparseVector words = SparseVectors.OfQuestion(query.Terms, counts);
        PointQuery? lexical = words.Indices.Count == 0 ? null : Nearest(words, QdrantFields.Words, filter, query.Limit);
        PointQuery? dense = query.Vector.IsEmpty ? null : Nearest(query.Vector, QdrantFields.Meaning, filter, query.Limit);
        if (lexical is null && dense is null) { return new Candidates([], [], counts.Documents == 0 ? Nothing : counts); }
        List<PointQuery> queries = [.. new[] { lexical, dense }.OfType<PointQuery>()];
        bool both = queries.Count == 2;
        if (both)
        {
            queries.Add(new PointQuery(new FusionQuery("rrf"), query.Limit, Prefetch: [.. queries.Select(each => each with { WithPayload = null })], WithPayload: Place));
        }
        IReadOnlyList<Found> found = await collection.QueryAsync(queries, cancellationToken);
        if (found.Count != queries.Count) { throw new StoreException("Qdrant answered with fewer results than queries", mayPass: false); }
        Dictionary<Guid, RankedPlace> byWords = lexical is null ? [] : Places(found[0]);
        Dictionary<Guid, RankedPlace> byMeaning = dense is null ? [] : Places(found[both ? 1 : 0]);
        return await WithDocumentsAsync(found[^1], byWords, byMeaning, counts, cancellationToken);
    }

    private async Task<Candidates> WithDocumentsAsync(
        Found ranked, Dictionary<Guid, RankedPlace> byWords, Dictionary<Guid, RankedPlace> byMeaning, CorpusCounts counts, CancellationToken cancellationToken)
    {
        string[] names = [.. ranked.Points.Select(point => point.Payload?.Document).OfType<string>().Distinct()];
        Dictionary<string, StoredDocument> documents = [];
        foreach (PointPayload whole in await collection.DocumentsAsync(names, cancellationToken))
        {
            if (whole is { Document: { } name, Stored: { } stored }) { documents[name] = stored; }
        }
        Dictionary<string, IReadOnlyList<Chunk>> passages = documents.ToDictionary(pair => pair.Key, pair => Passages.Of(pair.Value.Document));
        List<Candidate> candidates = [];
        foreach (ScoredPoint point in ranked.Points)
        {
            // while a document is being replaced its passages may not fit its text for a moment
            if (point.Payload is not { Document: { } name, Passage: { } number } || !passages.TryGetValue(name, out IReadOnlyList<Chunk>? of) || number >= of.Count) { continue; }
            candidates.Add(new Candidate(
                of[number], number, point.Score,
                byWords.TryGetValue(point.Id, out RankedPlace lexical) ? lexical : null, byMeaning.TryGetValue(point.Id, out RankedPlace dense) ? dense : null));
        }
        HashSet<string> used = [.. candidates.Select(candidate => candidate.Passage.Document)];
        return new Candidates(candidates, [.. names.Where(used.Contains).Select(name => documents[name])], counts);
    }

    private static PointQuery Nearest(object vector, string name, Filter? filter, int limit) =>
        new(new NearestQuery(vector), limit, name, filter, WithPayload: Place);

    private static Dictionary<Guid, RankedPlace> Places(Found found) =>
        found.Points.Select((point, rank) => (point.Id, Place: new RankedPlace(rank, point.Score))).ToDictionary(each => each.Id, each => each.Place);
}
