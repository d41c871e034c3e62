using System.Text.Json;
using Bot.Triage.Learning.Regression;
using Knowledge;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>
/// Public questions over documents of other kinds than ours, which lie beside the working copy: nothing was learned from them,
/// so they tell whether what was learned from ours holds elsewhere.
/// </summary>
public sealed class PublicSetTests
{
    private const int Folds = 5;

    private sealed record Row(string Question, bool Answerable, string? Document, Answer Answer);

    [Theory]
    [InlineData("ncp", "questions.dev.jsonl", 0.83)]
    [InlineData("cmrc2018", "questions.jsonl", 0.975)]
    public void The_right_document_comes_first(string set, string questions, double floor)
    {
        List<Row> rows = [.. Ask(set, questions).Where(row => row.Answerable)];

        double first = rows.Average(row => row.Answer.Documents.Count > 0 && row.Answer.Documents[0].Document == row.Document ? 1.0 : 0);

        TestContext.Current.TestOutputHelper?.WriteLine($"{set}: {rows.Count} answerable, right document first {first:F4}");
        first.ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Fact]
    public void Answering_and_refusing_with_a_threshold_from_other_questions()
    {
        List<Row> rows = Ask("ncp", "questions.dev.jsonl");
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            double threshold = Calibration.Of([.. rows.Where((_, i) => i % Folds != fold).Select(row => (row.Answer.Confidence, row.Answerable))]).Threshold;
            foreach (Row row in rows.Where((_, i) => i % Folds == fold))
            {
                bool answered = row.Answer.Confidence >= threshold;
                right += answered && row.Answerable ? 1 : 0;
                wrong += answered && !row.Answerable ? 1 : 0;
                missed += !answered && row.Answerable ? 1 : 0;
            }
        }

        Ratio ratio = new(right, wrong, missed);
        TestContext.Current.TestOutputHelper?.WriteLine($"ncp: answer F1 {ratio.F1:F4}, precision {ratio.Precision:F4}, recall {ratio.Recall:F4}");
        ratio.F1.ShouldBeGreaterThanOrEqualTo(0.74);
    }

    private static List<Row> Ask(string set, string questions)
    {
        string path = SharedMaterial.Require("data", set, questions);
        using SampleKnowledge sample = new(SharedMaterial.Require("data", set, "documents"));
        return [.. File.ReadLines(path).AsParallel().AsOrdered().Select(line =>
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string question = json.RootElement.GetProperty("question").GetString()!;
            return new Row(question, json.RootElement.GetProperty("answerable").GetBoolean(),
                json.RootElement.GetProperty("document").GetString(), sample.Base.Ask(question, SampleKnowledge.Day));
        })];
    }
}
