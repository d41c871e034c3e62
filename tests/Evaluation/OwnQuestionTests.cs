using Knowledge.Answering;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>The project's own questions, with floors a little below what is reached; RESULTS.md has the figures.</summary>
public sealed class OwnQuestionTests
{
    [Fact]
    public void Own_questions_are_answered_and_refused_as_well_as_before()
    {
        using SampleKnowledge sample = SampleKnowledge.Own();
        IReadOnlyList<OwnQuestion> questions = OwnQuestion.Load();

        AnswerScore calibration = new(sample.Base, questions.Where(question => !question.IsTest));
        AnswerScore test = new(sample.Base, questions.Where(question => question.IsTest));

        TestContext.Current.TestOutputHelper?.WriteLine($"calibration {calibration}\ntest        {test}");
        test.RightFirst.ShouldBeGreaterThanOrEqualTo(0.95, test.ToString());
        test.Refused.ShouldBeGreaterThanOrEqualTo(0.95, test.ToString());
        test.Answered.ShouldBeGreaterThanOrEqualTo(0.57, test.ToString());
    }

    /// <summary>Judged by weights that were learned without that community.</summary>
    [Theory]
    [InlineData("Elsewhere", 0.92, 0.42)]
    [InlineData("Town", 0.92, 0.35)]
    public void Questions_of_another_community_are_answered_and_refused(string set, double refused, double answered)
    {
        ConfidenceModel model = ConfidenceModel.Read(ConfidenceTraining.Learn(without: set));
        using SampleKnowledge sample = SampleKnowledge.Of(set);
        AnswerScore shipped = new(sample.Base, OwnQuestion.Load(set));

        RefusalScore score = new(
            [.. TrainingQuestion.Of(set, OwnQuestion.Load(set), SampleKnowledge.Folder(set)).Where(row => row.Answerable || row.IsWritten)
                .Select(row => (row.Confidence(model), row.Answerable))], model.Threshold);

        TestContext.Current.TestOutputHelper?.WriteLine($"{set}, right document first {shipped.RightFirst:F3}, learned without it: {score}, AUC {score.Auc:F3}");
        shipped.RightFirst.ShouldBeGreaterThanOrEqualTo(0.88, shipped.ToString());
        score.Refused.ShouldBeGreaterThanOrEqualTo(refused, score.ToString());
        score.Recall.ShouldBeGreaterThanOrEqualTo(answered, score.ToString());
    }

    [Fact]
    public void What_is_quoted_stands_in_its_document()
    {
        using SampleKnowledge sample = SampleKnowledge.Own();

        foreach (OwnQuestion question in OwnQuestion.Load())
        {
            if (sample.Base.Ask(question.Text, SampleKnowledge.Day).Best is { } best)
            {
                string body = Collapsed(sample.Base.Find(best.Document)!.Document.Body);
                body.ShouldContain(Collapsed(best.Quote), Case.Sensitive, question.Text);
            }
        }
    }

    /// <summary>With BOT_WRITE_CONFIDENCE=1 the weights are learned anew and written; look at the figures above afterwards.</summary>
    [Fact]
    public void The_shipped_weights_are_those_that_the_calibration_part_gives()
    {
        string path = Repository.File("knowledge", "Answering", "confidence.tsv");
        string learned = ConfidenceTraining.Learn();

        if (Environment.GetEnvironmentVariable("BOT_WRITE_CONFIDENCE") == "1") { File.WriteAllText(path, learned); }
        Names(File.ReadAllText(path)).ShouldBe(Names(learned));
    }

    private static IEnumerable<string> Names(string tsv) => tsv.Split('\n').Select(line => line.Split('\t')[0]);

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
