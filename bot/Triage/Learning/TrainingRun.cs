using Bot.Storage;
using Bot.Triage.Classifier;
using Bot.Triage.Engines;
using Bot.Triage.Learning.Regression;
using Microsoft.Extensions.Options;

namespace Bot.Triage.Learning;

/// <summary>One training: corpus and corrections in, an engine out that is taken into use or refused with its reasons.</summary>
public sealed class TrainingRun(
    EngineSource engines, EngineShelf shelf, ExampleBook examples, WriteQueue writes, IOptions<LearningOptions> options, TrainingDesk desk, TimeProvider clock)
{
    private const int MostFindings = 200;

    /// <returns>What came of it, in words.</returns>
    public async Task<string> RunAsync(string by, CancellationToken cancellationToken)
    {
        Engine inUse = await engines.GetAsync(cancellationToken);
        IReadOnlyList<CorpusRow> corpus = engines.ReadCorpus();
        CorpusRow[] corrections = [.. (await examples.ListAsync(cancellationToken)).Select(example => example.ToRow())];
        string basis = Training.BasisOf(corpus, corrections);
        if (inUse.Number is { } number && (await shelf.InUseAsync(cancellationToken))?.Basis == basis)
        {
            return $"没有新的纠正，在用的{number}号版本都学过了";
        }
        if (corrections.Length == 0 && inUse.Number is null) { return "还没有纠正过的消息，没有可学的"; }

        RegressionLog log = RegressionLog.Read(options.Value.Regression ?? RegressionLog.DefaultFolder);
        Training training = new(corpus, corrections, log, options.Value.CorrectionWeight, desk.Say);
        Candidate candidate = await training.RunAsync(inUse.Model, new TrainingPace(Workers: 1, Stop: cancellationToken));
        if ((await examples.ListAsync(cancellationToken)).Count < corrections.Length) { return "训练期间有纠正被删掉了，这次的没有采用，请再训练一次"; }
        return await KeepAsync(candidate, basis, TriageModel.VersionOf(corpus), inUse, by, cancellationToken);
    }

    private async Task<string> KeepAsync(Candidate candidate, string basis, string corpus, Engine inUse, string by, CancellationToken cancellationToken)
    {
        EngineVersion row = Row(candidate, basis, corpus, inUse, by);
        row.FileName = candidate.IsAccepted ? shelf.Put(candidate.Model, clock.GetUtcNow()) : null;
        int number = await writes.RunAsync(async (db, token) =>
        {
            if (candidate.IsAccepted) { await db.RetireAsync(token); }
            db.Add(row);
            await db.SaveChangesAsync(token);
            await db.PruneAsync(options.Value.KeepEngines, token);
            if (candidate.IsAccepted) { db.AfterCommit(() => engines.Use(new Engine(candidate.Model, row.Number))); }
            return row.Number;
        }, cancellationToken);
        await shelf.TidyAsync(cancellationToken);
        return candidate.IsAccepted
            ? $"{number}号版本训练好了，已经用上"
            : $"{number}号版本没有采用：有{candidate.Objections.Count}处会变差，还用原来的";
    }

    private EngineVersion Row(Candidate candidate, string basis, string corpus, Engine inUse, string by) => new()
    {
        Version = candidate.Model.Version,
        Features = TriageModel.Features,
        Corpus = corpus,
        Basis = basis,
        MadeAt = clock.GetUtcNow(),
        By = by,
        State = candidate.IsAccepted ? EngineState.InUse : EngineState.Refused,
        Corrections = candidate.Corrections,
        Weight = candidate.Weight,
        CorpusF1 = candidate.CorpusF1,
        CorrectionsRight = candidate.CorrectionsRight,
        OpeningF1 = candidate.After.Opening.F1,
        EmergenciesFound = candidate.After.Emergency.Found,
        Emergencies = candidate.After.Emergency.Found + candidate.After.Emergency.Missed,
        CasesRight = candidate.After.Right,
        Cases = candidate.After.Cases.Count,
        Against = inUse.Version,
        Findings = [candidate.Comparison, .. (candidate.IsAccepted ? Gate.Gains(candidate.Before, candidate.After) : candidate.Objections).Take(MostFindings)],
    };
}
