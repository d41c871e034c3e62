using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>Shows what a search saw in each document and passage.</summary>
internal static class Examiner
{
    /// <param name="holds">Which documents are looked at.</param>
    /// <param name="near">Names of those nearest by meaning, nearest first; none where words alone are searched.</param>
    public static IReadOnlyList<Hit> Hits(
        IndexView view, Question question, Func<IndexedDocument, bool> holds, IReadOnlyList<string> near, Func<StoredDocument, DocumentStanding> standing)
    {
        QuestionPostings postings = new(view, question);
        SearchResult result = FusedSearch.Search(view, question, postings, holds, near);
        Dictionary<string, int> places = near.Index().ToDictionary(each => each.Item, each => each.Index + 1);
        TermWeights weights = new(view, question, postings);
        return [.. result.Documents.Select(found => new Hit(
            found.Document.Document.Name, found.Document.Document.Header.Title, Math.Round(found.Rank, 6), standing(found.Document.Stored),
            Matched(question, weights, weights.In(NamedThings.TextOf(found.Document.Document) + Questions(found.Document.Passages))),
            [.. found.Passages.Where(passage => passage.Score > 0).Select(passage => Describe(passage, found, question, weights, result.Ceiling))])
        {
            Meaning = places.TryGetValue(found.Document.Document.Name, out int place) ? place : null,
        })];
    }

    private static HitPassage Describe(FoundPassage passage, FoundDocument found, Question question, TermWeights weights, Ceilings ceilings) => new(
        passage.Slot - found.Document.FirstPassage, passage.Chunk.Section, passage.Chunk.Text, Math.Round(passage.Score / ceilings.Passage, 6),
        Matched(question, weights, weights.In($"{found.Document.Document.Header.Title}\n{passage.Chunk.Section}\n{passage.Chunk.Text}{Questions([passage.Chunk])}")));

    private static string Questions(IEnumerable<Chunk> passages) =>
        string.Concat(passages.Where(passage => passage.Enabled).SelectMany(passage => passage.Questions).Select(question => "\n" + question));

    /// <summary>Neighbouring terms joined as the question has them; a character alone says nothing.</summary>
    private static List<string> Matched(Question question, TermWeights weights, TermSet found)
    {
        bool[] covered = new bool[question.Text.Length];
        for (int i = 0; i < weights.Terms.Count; i++)
        {
            if (found[i] && weights.Terms[i] is { Start: >= 0, Kind: not TermKind.Single } term) { covered.AsSpan(term.Start, term.Length).Fill(true); }
        }
        List<string> words = [];
        for (int start = 0; start < covered.Length; start++)
        {
            int end = start;
            while (end < covered.Length && covered[end]) { end++; }
            if (end == start) { continue; }
            words.Add(question.Text[start..end]);
            start = end;
        }
        return [.. words.Distinct()];
    }
}
