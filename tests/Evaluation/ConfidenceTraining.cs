using System.Globalization;
using System.Text;
using Knowledge;

namespace Tests.Evaluation;

/// <summary>
/// Learns the weights of the confidence and its threshold from the calibration part of the own questions. Each covered question
/// is asked once more while the documents that answer it are switched off: then it is a true near miss, worded as
/// people word questions that are answered.
/// </summary>
internal static class ConfidenceTraining
{
    private const int Folds = 5;

    // the near misses that people thought of are fewer, and the ones that matter
    private const double WrittenByPeople = 3;

    private const double ToRefuse = 0.93;

    public static string Learn(KnowledgeBase knowledge)
    {
        List<OwnQuestion> questions = [.. OwnQuestion.Load().Where(question => !question.IsTest)];
        List<(OwnQuestion Question, Example Example)> rows = [.. Asked(knowledge, questions), .. WithoutTheirDocuments(knowledge, questions)];
        ConfidenceFit fit = ConfidenceFit.On([.. rows.Select(row => row.Example)]);
        StringBuilder text = new();
        string[] names = [.. knowledge.Ask(questions[0].Text, SampleKnowledge.Day).Signals.Select(signal => signal.Name)];
        foreach ((string name, double weight) in names.Zip(fit.Weights)) { text.Append(Line(name, weight)); }
        return text.Append(Line("bias", fit.Bias)).Append(Line("threshold", Threshold(rows))).ToString();
    }

    private static IEnumerable<(OwnQuestion, Example)> Asked(KnowledgeBase knowledge, IEnumerable<OwnQuestion> questions) =>
        questions.Where(question => question.IsCovered || question.IsUncovered).Select(question => (question,
            new Example(SignalsOf(knowledge, question), question.IsCovered, question.IsCovered ? 1 : WrittenByPeople)));

    private static IEnumerable<(OwnQuestion, Example)> WithoutTheirDocuments(KnowledgeBase knowledge, IEnumerable<OwnQuestion> questions)
    {
        foreach (IGrouping<string, OwnQuestion> group in questions.Where(question => question.IsCovered).GroupBy(question => string.Join('|', question.Documents)))
        {
            foreach (string name in group.First().Documents) { knowledge.SetEnabled(name, false); }
            foreach (OwnQuestion question in group) { yield return (question, new Example(SignalsOf(knowledge, question), false, 1)); }
            foreach (string name in group.First().Documents) { knowledge.SetEnabled(name, true); }
        }
    }

    private static double[] SignalsOf(KnowledgeBase knowledge, OwnQuestion question) =>
        knowledge.Ask(question.Text, SampleKnowledge.Day).Signals is { Count: > 0 } signals
            ? [.. signals.Select(signal => signal.Value)]
            : new double[knowledge.Ask("社区", SampleKnowledge.Day).Signals.Count];

    /// <summary>Refuses so many of the questions that people wrote to be refused, estimated by weights learned without them.</summary>
    private static double Threshold(List<(OwnQuestion Question, Example Example)> rows)
    {
        List<double> refused = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            ConfidenceFit fit = ConfidenceFit.On([.. rows.Where((_, i) => i % Folds != fold).Select(row => row.Example)]);
            refused.AddRange(rows.Where((row, i) => i % Folds == fold && row.Question.IsUncovered).Select(row => fit.Estimate(row.Example.Signals)));
        }
        refused.Sort();
        // between its neighbours: one question more or less must not move it far
        double at = ToRefuse * (refused.Count - 1);
        int below = (int)at;
        return refused[below] + ((at - below) * (refused[Math.Min(below + 1, refused.Count - 1)] - refused[below]));
    }

    private static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:F3}\n");
}
