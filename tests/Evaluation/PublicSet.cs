using System.Text.Json;
using Knowledge;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>
/// Public questions over documents of other kinds than ours, which lie beside the working copy: nothing was learned from them,
/// so they tell whether what was learned from ours holds elsewhere.
/// </summary>
internal sealed class PublicSet
{
    private const int Folds = 5;

    // a shorter answer stands in many documents by chance
    private const int TellingAnswer = 8;

    private readonly List<Row> _rows;
    private readonly Dictionary<string, string> _letters;

    private sealed record Row(string Question, bool Answerable, string? Document, string? Said, Answer Answer);

    private PublicSet(List<Row> rows, Dictionary<string, string> letters, double threshold)
    {
        (_rows, _letters) = (rows, letters);
        Strict = new RefusalScore([.. rows.Select(row => (row.Answer.Answered ? 1.0 : 0, row.Answerable))], 0.5);
        Refusal = new RefusalScore([.. rows.Select(row => (row.Answer.Confidence, row.Answerable))], threshold);
    }

    /// <summary>Right document first, among the first five, and the mean of 1/rank among ten, of answerable questions.</summary>
    public (double First, double AmongFive, double Mrr) Retrieval => (
        Share(Ranked, row => RankOf(row) == 0), Share(Ranked, row => RankOf(row) is >= 0 and < 5),
        Ranked.Average(row => RankOf(row) is >= 0 and var rank ? 1.0 / (rank + 1) : 0));

    /// <summary>The first document is one that holds the answer's letters, of answers of some length.</summary>
    public double AnswerFirst => Share(
        Ranked.Where(row => row.Said is not null && Letters(row.Said).Length >= TellingAnswer),
        row => row.Answer.Documents.Count > 0 && _letters[row.Answer.Documents[0].Document].Contains(Letters(row.Said!), StringComparison.Ordinal));

    /// <summary>What the product answers and refuses as it is shipped.</summary>
    public RefusalScore Strict { get; }

    public RefusalScore Refusal { get; }

    /// <summary>With the threshold of the highest F1 on four fifths, tried on the other fifth.</summary>
    public RefusalScore CrossValidated()
    {
        List<(double, bool)> decided = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            double threshold = Calibration.Of([.. _rows.Where((_, i) => i % Folds != fold).Select(row => (row.Answer.Confidence, row.Answerable))]).Threshold;
            decided.AddRange(_rows.Where((_, i) => i % Folds == fold).Select(row => (row.Answer.Confidence >= threshold ? 1.0 : 0, row.Answerable)));
        }
        return new RefusalScore(decided, 0.5);
    }

    /// <summary>Quotes that do not stand in their document; of the answered ones those from the right document.</summary>
    public (int Invented, double FromRight) Citations => (
        _rows.Count(row => row.Answer.Best is { } best && !_letters[best.Document].Contains(Letters(best.Quote), StringComparison.Ordinal)),
        Share(_rows.Where(row => row.Answerable && row.Answer.Answered), row => row.Answer.Best!.Document == row.Document));

    public static PublicSet Ask(string set, string questions)
    {
        string path = SharedMaterial.Require("data", set, questions);
        using SampleKnowledge sample = new(SharedMaterial.Require("data", set, "documents"));
        List<Row> rows = [.. File.ReadLines(path).AsParallel().AsOrdered().Select(line => Read(line, sample.Base))];
        return new PublicSet(
            rows, sample.Base.Documents.ToDictionary(stored => stored.Document.Name, stored => Letters(stored.Document.Header.Title + stored.Document.Body)), sample.Base.Threshold);
    }

    private static Row Read(string line, KnowledgeBase knowledge)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        string question = row.GetProperty("question").GetString()!;
        return new Row(question, row.GetProperty("answerable").GetBoolean(), row.GetProperty("document").GetString(),
            row.TryGetProperty("answer", out JsonElement answer) ? answer.GetString() : null, knowledge.Ask(question, SampleKnowledge.Day));
    }

    private IEnumerable<Row> Ranked => _rows.Where(row => row.Answerable);

    private static int RankOf(Row row) => row.Answer.Documents.ToList().FindIndex(found => found.Document == row.Document);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static double Share(IEnumerable<Row> rows, Func<Row, bool> what) => rows.Select(row => what(row) ? 1.0 : 0).DefaultIfEmpty(0).Average();
}
