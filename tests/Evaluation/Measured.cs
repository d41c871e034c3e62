using System.Text.Json;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;
using Tests.Evaluation.Scoring;

namespace Tests.Evaluation;

/// <summary>A log and how it was triaged.</summary>
internal sealed record Measured(string Name, LogScore Score)
{
    /// <summary>Set BOT_DECISIONS=folder to keep the decisions.</summary>
    public static async Task<Measured> Of(string name, GoldLog gold, TriageModel? engine = null)
    {
        IReadOnlyList<Decision> decisions = await Replaying.RunAsync(gold, engine);
        if (Environment.GetEnvironmentVariable("BOT_DECISIONS") is { } folder)
        {
            File.WriteAllLines(Path.Combine(folder, name + ".jsonl"), decisions.Select(decision => JsonSerializer.Serialize(decision, GoldThread.Json)));
        }

        return new Measured(name, new LogScore(gold, decisions));
    }

    /// <summary>The conversations no engine learns from.</summary>
    public static async Task<IReadOnlyList<Measured>> Threads()
    {
        List<Measured> measured = [];
        foreach (string file in GoldLog.ThreadFiles) { measured.Add(await Of("threads " + file, GoldLog.Threads(file))); }
        return measured;
    }
}
