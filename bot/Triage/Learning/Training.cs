using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;

namespace Bot.Triage.Learning;

/// <summary>
/// Trains on corpus and corrections and measures against the engine in use. When what the corrections teach would cost
/// something important, it tries once more with each of them counting as one message among the others.
/// </summary>
/// <param name="weight">How many rows each correction counts for at first.</param>
/// <param name="say">Told what is being done and the share done.</param>
public sealed class Training(IReadOnlyList<CorpusRow> corpus, IReadOnlyList<CorpusRow> corrections, RegressionLog log, int weight, Action<string, double> say)
{
    /// <summary>Version of corpus and corrections, whatever their weight.</summary>
    public static string BasisOf(IReadOnlyList<CorpusRow> corpus, IReadOnlyList<CorpusRow> corrections) =>
        TriageModel.VersionOf([.. corpus, .. corrections.Select(row => row with { Weight = 1 })]);

    public async Task<Candidate> RunAsync(TriageModel inUse, TrainingPace pace)
    {
        say("先看看现在用的这一版", 0);
        RegressionScore before = await log.ScoreAsync(inUse, pace.Stop);
        int known = corrections.Count(row => KindOf(inUse.Predict(row.Text, row.Role)) == row.Kind);
        Candidate candidate = await TryAsync(weight, before, known, pace);
        return candidate.IsAccepted || weight == 1 || corrections.Count == 0 ? candidate
            : await TryAsync(1, before, known, pace) is { IsAccepted: true } gentle ? gentle : candidate;
    }

    private async Task<Candidate> TryAsync(int each, RegressionScore before, int known, TrainingPace pace)
    {
        string step = each == weight ? "正在训练" : "这样会变差，正在轻一点再训练一次";
        say(step, 0);
        CorpusRow[] rows = [.. corpus, .. corrections.Select(row => row with { Weight = each })];
        TriageModel model = TriageModel.Train(rows, pace with { Progress = new Told(share => say(step, share)) });
        say("正在和现在用的比较", 1);
        RegressionScore after = await log.ScoreAsync(model, pace.Stop);
        return new Candidate(
            model, each, corrections.Count, CorpusF1(model), CorrectionsRight(rows, model), known, before, after, Gate.Objections(before, after));
    }

    private static Kind KindOf(Prediction prediction) => (Kind)Array.IndexOf(prediction.Kinds, prediction.Kinds.Max());

    private double CorpusF1(TriageModel model)
    {
        int[] scored = [.. Enumerable.Range(0, corpus.Count).Where(row => corpus[row].Intent is not (Intent.Neighbour or Intent.Desk))];
        return LabelScores.Of([.. scored.Select(row => corpus[row].Kind.ToString())], [.. scored.Select(row => model.HeldOutKinds![row].ToString())]).MacroF1;
    }

    private int CorrectionsRight(CorpusRow[] rows, TriageModel model) =>
        Enumerable.Range(corpus.Count, corrections.Count).Count(row => model.HeldOutKinds![row] == rows[row].Kind);

    // Progress<T> would tell later, on another thread, in any order
    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
