using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Stores;

/// <summary>
/// A small index over the documents that a store found, with the counts of everything it holds: ranking, signals and quotes
/// come out as over the whole index.
/// </summary>
internal static class CandidateView
{
    public static IndexView Of(Candidates candidates, Question question)
    {
        IndexCore core = new(new FieldWeights());
        foreach (StoredDocument stored in candidates.Documents) { core.Add(stored, Passages.Of(stored.Document)); }
        CorpusCounts counts = candidates.Counts;
        Dictionary<string, TermCount> terms = new(counts.Terms, StringComparer.Ordinal);
        foreach (SynonymGroup group in question.Groups) { terms[group.Term] = Estimate(group, counts); }
        return new IndexView(
            core, 0, core.Documents.Count, core.Passages.Count,
            new UnitTotals(counts.Documents, counts.DocumentLength), new UnitTotals(counts.Passages, counts.PassageLength))
        {
            Terms = terms,
        };
    }

    /// <summary>Where any of its words can stand: no more often than the rarest pair of each.</summary>
    private static TermCount Estimate(SynonymGroup group, CorpusCounts counts)
    {
        TermCount sum = default;
        foreach (string word in group.Words)
        {
            TermCount[] pairs = [.. QueryTerms.Pairs(word).Select(pair => counts.Terms.GetValueOrDefault(pair))];
            if (pairs.Length == 0) { continue; }
            sum = new TermCount(sum.Documents + pairs.Min(pair => pair.Documents), sum.Passages + pairs.Min(pair => pair.Passages));
        }
        return new TermCount(Math.Min(sum.Documents, counts.Documents), Math.Min(sum.Passages, counts.Passages));
    }
}
