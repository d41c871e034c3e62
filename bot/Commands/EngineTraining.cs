using Bot.Hosting.Settings;
using Bot.Triage.Classifier;
using Bot.Triage.Learning;
using Bot.Triage.Learning.Regression;

namespace Bot.Commands;

/// <summary><c>bot train --corpus</c>: learns an engine, with corrections and against an earlier one where they are given.</summary>
/// <param name="Corrections">Labelled messages in the corpus format that count for more; null for none.</param>
/// <param name="Against">Engine that may not be done worse than; null to ask for nothing.</param>
/// <param name="Regression">Folder of labelled conversations to compare on; null for the one that comes with the program.</param>
internal sealed record EngineTraining(string Corpus, string Model, string? Corrections, string? Against, string? Regression)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CorpusRow> corpus = Triage.Classifier.Corpus.Read(Corpus);
        CorpusRow[] corrections = Corrections is null ? [] : [.. Triage.Classifier.Corpus.ReadFile(Corrections)];
        int weight = Weight();
        TriageModel? against = Against is null ? null : TriageModel.Load(Against);
        if (against is null)
        {
            TriageModel model = TriageModel.Train([.. corpus, .. corrections.Select(row => row with { Weight = weight })], new TrainingPace(Stop: cancellationToken));
            model.Save(Model);
            System.Console.Error.WriteLine(model.CrossValidated);
            return ExitCodes.Success;
        }
        RegressionLog log = RegressionLog.Read(Regression ?? RegressionLog.DefaultFolder);
        if (log.IsEmpty) { throw new CommandException(ExitCodes.BadInput, $"{Regression ?? RegressionLog.DefaultFolder}: no labelled conversations (*.jsonl) to compare on"); }
        Candidate candidate = await new Training(corpus, corrections, log, weight, (_, _) => { }).RunAsync(against, new TrainingPace(Stop: cancellationToken));
        return Judge(candidate);
    }

    private int Judge(Candidate candidate)
    {
        TextWriter error = System.Console.Error;
        error.WriteLine(candidate.Model.CrossValidated);
        error.WriteLine($"corpus macro-F1 {candidate.CorpusF1:F4} corrections {candidate.CorrectionsRight}/{candidate.Corrections} weight {candidate.Weight}");
        error.WriteLine($"against {Of(candidate.Before)}");
        error.WriteLine($"new     {Of(candidate.After)}");
        foreach (string gain in Gate.Gains(candidate.Before, candidate.After)) { error.WriteLine($"+ {gain}"); }
        foreach (string objection in candidate.Objections) { error.WriteLine($"- {objection}"); }
        if (!candidate.IsAccepted)
        {
            error.WriteLine($"refused: {Model} was not written");
            return ExitCodes.Partial;
        }
        candidate.Model.Save(Model);
        return ExitCodes.Success;
    }

    private static string Of(RegressionScore score) =>
        $"opening F1 {score.Opening.F1:F4} emergencies {score.Emergency.Found}/{score.Emergency.Found + score.Emergency.Missed} cases {score.Right}/{score.Cases.Count}";

    private static int Weight()
    {
        ConfigurationManager settings = new();
        SettingsSources.AddTo(settings, Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production, []);
        return (settings.GetSection(LearningOptions.Section).Get<LearningOptions>() ?? new()).CorrectionWeight;
    }
}
