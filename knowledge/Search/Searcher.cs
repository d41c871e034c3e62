using System.Buffers;

namespace Knowledge.Search;

/// <summary>
/// Ranks documents by the score of the whole and of the best passage together: the whole alone loses short answers in long
/// documents, the best passage alone loses what the document is about.
/// </summary>
internal static class Searcher
{
    public const int MostDocuments = 10;
    private const int MostCandidates = 20;
    private const int MostPassages = 4;
    private const double PassageShare = 0.5;

    // Characters alone stand in nearly every passage: among so many passages they are only looked up for documents that are
    // among the best without them.
    private const int ManyPassages = 20_000;
    private const int Shortlist = 100;

    /// <param name="holds">Which documents may answer; the others take no rank.</param>
    public static SearchResult Search(IndexView view, Question question, QuestionPostings postings, Func<IndexedDocument, bool> holds)
    {
        float[] documents = ArrayPool<float>.Shared.Rent(view.Documents);
        float[] passages = ArrayPool<float>.Shared.Rent(view.Passages);
        try
        {
            Span<float> documentScores = documents.AsSpan(0, view.Documents);
            Span<float> passageScores = passages.AsSpan(0, view.Passages);
            documentScores.Clear();
            passageScores.Clear();
            Ceilings ceilings = Score(view, question, postings, documentScores, passageScores);
            if (view.Passages > ManyPassages) { AddSingles(view, question, postings, documentScores, passageScores, ceilings, holds); }
            NamedThings named = new(question);
            (List<FoundDocument> candidates, FoundDocument? withheld) = Best(view, documentScores, passageScores, ceilings, holds);
            return new SearchResult(
                [.. candidates.Select(found => found with { Score = found.Score - named.Loss(found.Document.Document) })
                    .OrderByDescending(found => found.Score).Take(MostDocuments)], ceilings,
                withheld is null ? 0 : withheld.Score - named.Loss(withheld.Document.Document));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(documents);
            ArrayPool<float>.Shared.Return(passages);
        }
    }

    private static Ceilings Score(IndexView view, Question question, QuestionPostings postings, Span<float> documents, Span<float> passages)
    {
        double document = 0;
        double passage = 0;
        foreach (QuestionTerm term in question.Terms)
        {
            TermEntry? entry = postings.Find(term.Text);
            double documentIdf = term.Weight * Bm25.Idf(view.LiveDocuments.Count, entry?.Documents.Live ?? 0);
            double passageIdf = term.Weight * Bm25.Idf(view.LivePassages.Count, entry?.Passages.Live ?? 0);
            document += documentIdf * Bm25.Ceiling;
            passage += passageIdf * Bm25.Ceiling;
            if (entry is null || (term.Kind == TermKind.Single && view.Passages > ManyPassages)) { continue; }
            Bm25.Add(documents, entry.Documents.Items, view.Core.Documents.Lengths, view.LiveDocuments.AverageLength, documentIdf);
            Bm25.Add(passages, entry.Passages.Items, view.Core.Passages.Lengths, view.LivePassages.AverageLength, passageIdf);
        }
        return new Ceilings(document, passage);
    }

    private static void AddSingles(
        IndexView view, Question question, QuestionPostings postings, Span<float> documents, Span<float> passages, Ceilings ceilings, Func<IndexedDocument, bool> holds)
    {
        List<(int Slot, double Score)> shortlist = Top(view, documents, passages, ceilings, holds, Shortlist).Top;
        // in the order in which the lists are read
        shortlist.Sort((one, other) => one.Slot.CompareTo(other.Slot));
        ReadOnlySpan<IndexedDocument> all = view.Core.All;
        foreach (QuestionTerm term in question.Terms.Where(term => term.Kind == TermKind.Single))
        {
            if (postings.Find(term.Text) is not { } entry) { continue; }
            double documentIdf = term.Weight * Bm25.Idf(view.LiveDocuments.Count, entry.Documents.Live);
            double passageIdf = term.Weight * Bm25.Idf(view.LivePassages.Count, entry.Passages.Live);
            if (shortlist.Count < Shortlist)
            {
                // too few share a pair with the question: all that share a character may answer
                Bm25.Add(documents, entry.Documents.Items, view.Core.Documents.Lengths, view.LiveDocuments.AverageLength, documentIdf);
                Bm25.Add(passages, entry.Passages.Items, view.Core.Passages.Lengths, view.LivePassages.AverageLength, passageIdf);
                continue;
            }
            foreach ((int slot, _) in shortlist)
            {
                Bm25.Add(documents, entry.Documents.At(slot, 1), view.Core.Documents.Lengths, view.LiveDocuments.AverageLength, documentIdf);
                ReadOnlySpan<int> within = entry.Passages.At(all[slot].FirstPassage, all[slot].Passages.Count);
                Bm25.Add(passages, within, view.Core.Passages.Lengths, view.LivePassages.AverageLength, passageIdf);
            }
        }
    }

    private static (List<FoundDocument> Found, FoundDocument? Withheld) Best(
        IndexView view, ReadOnlySpan<float> documents, ReadOnlySpan<float> passages, Ceilings ceilings, Func<IndexedDocument, bool> holds)
    {
        List<FoundDocument> found = [];
        (List<(int Slot, double Score)> top, (int Slot, double Score) withheld) = Top(view, documents, passages, ceilings, holds, MostCandidates);
        foreach ((int slot, double score) in top) { found.Add(Describe(view.Core.All[slot], score, documents[slot], passages)); }
        return (found, withheld.Score > 0 ? Describe(view.Core.All[withheld.Slot], withheld.Score, documents[withheld.Slot], passages) : null);
    }

    private static (List<(int Slot, double Score)> Top, (int Slot, double Score) Withheld) Top(
        IndexView view, ReadOnlySpan<float> documents, ReadOnlySpan<float> passages, Ceilings ceilings, Func<IndexedDocument, bool> holds, int most)
    {
        float[] highest = ArrayPool<float>.Shared.Rent(documents.Length);
        try
        {
            Highest(view.Core.Passages.Owners, passages, highest.AsSpan(0, documents.Length));
            return Top(view, documents, highest, ceilings, holds, most);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(highest);
        }
    }

    private static (List<(int Slot, double Score)> Top, (int Slot, double Score) Withheld) Top(
        IndexView view, ReadOnlySpan<float> documents, float[] highest, Ceilings ceilings, Func<IndexedDocument, bool> holds, int most)
    {
        ReadOnlySpan<IndexedDocument> all = view.Core.All;
        PriorityQueue<int, double> best = new(most + 1);
        (int Slot, double Score) withheld = default;
        double least = 0;
        for (int slot = 0; slot < documents.Length; slot++)
        {
            if (documents[slot] <= 0) { continue; }
            double score = Fuse(documents[slot], highest[slot], ceilings);
            if ((best.Count == most && score <= least) || !view.Shows(all[slot])) { continue; }
            if (!holds(all[slot]))
            {
                withheld = score > withheld.Score ? (slot, score) : withheld;
                continue;
            }
            if (best.Count == most) { best.DequeueEnqueue(slot, score); } else { best.Enqueue(slot, score); }
            best.TryPeek(out _, out least);
        }
        List<(int, double)> top = [];
        while (best.TryDequeue(out int slot, out double score)) { top.Add((slot, score)); }
        top.Reverse();
        return (top, withheld);
    }

    private static double Fuse(double document, double passage, Ceilings ceilings) =>
        ((1 - PassageShare) * document / ceilings.Document) + (PassageShare * passage / ceilings.Passage);

    /// <summary>The score of each document's best passage, in one walk over the passages: looking each document up costs more than scoring it.</summary>
    private static void Highest(ReadOnlySpan<int> owners, ReadOnlySpan<float> passages, Span<float> highest)
    {
        highest.Clear();
        for (int slot = 0; slot < passages.Length; slot++)
        {
            float score = passages[slot];
            if (score <= 0 || owners[slot] >= highest.Length) { continue; }
            ref float best = ref highest[owners[slot]];
            best = Math.Max(best, score);
        }
    }

    private static FoundDocument Describe(IndexedDocument document, double score, double documentScore, ReadOnlySpan<float> passages)
    {
        List<FoundPassage> found = [];
        for (int i = 0; i < document.Passages.Count; i++)
        {
            found.Add(new FoundPassage(document.Passages[i], document.FirstPassage + i, passages[document.FirstPassage + i]));
        }
        List<FoundPassage> best = [.. found.OrderByDescending(passage => passage.Score).Take(MostPassages)];
        return new FoundDocument(document, score, documentScore, best.Count == 0 ? 0 : best[0].Score, best);
    }
}
