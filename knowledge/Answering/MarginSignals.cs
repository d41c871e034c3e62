using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>How far the first document stands before the others, and how much of what it could reach it reached.</summary>
internal static class MarginSignals
{
    public static readonly string[] Names = ["passage", "document", "lead", "leadOfTen", "leadOfPassage", "bestDocument", "bestPassage", "withheld"];

    public static double[] Of(SearchResult result)
    {
        FoundDocument first = result.Documents[0];
        double second = result.Documents.Count > 1 ? result.Documents[1].Score : 0;
        double[] passages = [.. result.Documents.Select(found => found.PassageScore).OrderDescending()];
        return
        [
            first.PassageScore / result.Ceiling.Passage,
            first.DocumentScore / result.Ceiling.Document,
            Lead(first.Score, second),
            Lead(first.Score, result.Documents[^1].Score),
            passages.Length > 1 ? Lead(passages[0], passages[1]) : 1,
            first.DocumentScore >= result.Documents.Max(found => found.DocumentScore) ? 1 : 0,
            first.PassageScore >= passages[0] ? 1 : 0,
            first.Score <= 0 ? 0 : Math.Clamp((result.Withheld - first.Score) / first.Score, 0, 1),
        ];
    }

    private static double Lead(double first, double other) => first <= 0 ? 0 : Math.Clamp((first - other) / first, 0, 1);
}
