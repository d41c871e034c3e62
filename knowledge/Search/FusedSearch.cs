using Knowledge.Stores;

namespace Knowledge.Search;

/// <summary>
/// The ranking by words and the one by meaning together. Only the order comes from both: scores that the refusal was learned on
/// stay those of the words.
/// </summary>
internal static class FusedSearch
{
    /// <param name="near">Names of the documents that are nearest by meaning, nearest first.</param>
    public static SearchResult Search(
        IndexView view, Question question, QuestionPostings postings, Func<IndexedDocument, bool> holds, IReadOnlyList<string> near)
    {
        SearchResult words = Searcher.Search(view, question, postings, holds);
        if (near.Count == 0) { return words; }
        Dictionary<string, FoundDocument> found = words.Documents.ToDictionary(NameOf, StringComparer.Ordinal);
        HashSet<string> others = [.. near.Where(name => !found.ContainsKey(name))];
        foreach (FoundDocument other in Searcher.Search(view, question, postings, document => others.Contains(document.Document.Name)).Documents)
        {
            found[NameOf(other)] = other;
        }
        List<FoundDocument> fused = [.. ReciprocalRanks.Fuse<string>([.. words.Documents.Select(NameOf)], [.. near.Where(found.ContainsKey)])
            .Take(Searcher.MostDocuments).Select(each => found[each.Item] with { Fused = each.Score })];
        return words with { Documents = fused };
    }

    private static string NameOf(FoundDocument found) => found.Document.Document.Name;
}
