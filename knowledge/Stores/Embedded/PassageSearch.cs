using System.Buffers;
using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <summary>Passages of the index by their own BM25 score, and both searches' passages together.</summary>
internal static class PassageSearch
{
    public static List<NearPassage> ByWords(IndexView view, IReadOnlyList<WeightedTerm> terms, Func<IndexedDocument, bool> holds, int limit)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(view.Passages);
        try
        {
            Span<float> scores = rented.AsSpan(0, view.Passages);
            scores.Clear();
            foreach (WeightedTerm term in terms)
            {
                if (view.Core.Find(term.Text) is not { } entry) { continue; }
                double idf = term.Weight * Bm25.Idf(view.LivePassages.Count, entry.Passages.Live);
                Bm25.Add(scores, entry.Passages.Items, view.Core.Passages.Lengths, view.LivePassages.AverageLength, idf);
            }
            return Best(view, scores, holds, limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <param name="both">Whether both searches were asked.</param>
    public static IReadOnlyList<Candidate> Join(IReadOnlyList<NearPassage> lexical, IReadOnlyList<NearPassage> dense, bool both, int limit)
    {
        Dictionary<(IndexedDocument, int), RankedPlace> words = Places(lexical);
        Dictionary<(IndexedDocument, int), RankedPlace> meanings = Places(dense);
        List<((IndexedDocument Document, int Number) Item, double Score)> ranked = both
            ? ReciprocalRanks.Fuse<(IndexedDocument, int)>([.. lexical.Select(Key)], [.. dense.Select(Key)])
            : [.. lexical.Concat(dense).Select(near => (Key(near), near.Score))];
        return [.. ranked.Take(limit).Select(each => new Candidate(
            each.Item.Document.Passages[each.Item.Number], each.Item.Number, each.Score,
            words.TryGetValue(each.Item, out RankedPlace byWords) ? byWords : null,
            meanings.TryGetValue(each.Item, out RankedPlace byMeaning) ? byMeaning : null))];
    }

    public static CorpusCounts Counts(IndexView view, IReadOnlyList<WeightedTerm> terms) => new(
        view.LiveDocuments.Count, view.LiveDocuments.AverageLength, view.LivePassages.Count, view.LivePassages.AverageLength,
        terms.Select(term => (term.Text, Entry: view.Core.Find(term.Text))).Where(term => term.Entry is { Passages.Live: > 0 } or { Documents.Live: > 0 })
            .ToDictionary(term => term.Text, term => new TermCount(term.Entry!.Documents.Live, term.Entry.Passages.Live), StringComparer.Ordinal));

    private static List<NearPassage> Best(IndexView view, ReadOnlySpan<float> scores, Func<IndexedDocument, bool> holds, int limit)
    {
        NearestPassages best = new(limit);
        ReadOnlySpan<IndexedDocument> all = view.Core.All;
        int asked = -1;
        bool may = false;
        for (int slot = 0; slot < scores.Length; slot++)
        {
            if (scores[slot] <= 0 || !best.Takes(scores[slot])) { continue; }
            int owner = view.Core.Passages.Owners[slot];
            (asked, may) = owner == asked ? (asked, may) : (owner, owner < view.Documents && view.Shows(all[owner]) && holds(all[owner]));
            if (may) { best.Offer(all[owner], slot - all[owner].FirstPassage, scores[slot]); }
        }
        return best.Take();
    }

    private static (IndexedDocument, int) Key(NearPassage near) => (near.Document, near.Number);

    private static Dictionary<(IndexedDocument, int), RankedPlace> Places(IReadOnlyList<NearPassage> ranking) =>
        ranking.Select((near, rank) => (Key(near), Place: new RankedPlace(rank, near.Score))).ToDictionary(each => each.Item1, each => each.Place);
}
