using System.Globalization;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Tests.Evaluation.Links;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>Logs judged by engines that have not read them. Set BOT_EVALUATE=full for all parts, BOT_WRITE_LINKS=1 to learn the links anew.</summary>
public sealed class LogFoldTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("BOT_EVALUATE") == "full";
    private static readonly bool Learns = Environment.GetEnvironmentVariable("BOT_WRITE_LINKS") == "1";

    [Fact]
    public void The_weights_of_the_links_are_those_of_their_signals() => LinkModel.Names.ShouldBe(LinkSignals.Names);

    [Fact]
    public async Task Logs_not_learned_from_are_triaged_well()
    {
        LogFolds folds = new();
        List<LogScore> scores = [];
        for (int fold = 0; fold < (Full ? LogFolds.Count : 1); fold++)
        {
            TriageModel engine = Full ? folds.Engine(fold).With(folds.Links(without: fold)) : folds.Engine(fold);
            foreach (string name in LogFolds.Logs(fold))
            {
                GoldLog gold = GoldLog.Load(name);
                IReadOnlyList<Decision> decisions = await Replaying.RunAsync(gold.Directory, gold.Messages, engine);
                scores.Add(new LogScore(gold, decisions));
                TestContext.Current.TestOutputHelper?.WriteLine($"{name,-10} {scores[^1]}");
                if (Environment.GetEnvironmentVariable("BOT_DECISIONS") is { } folder)
                {
                    File.WriteAllLines(Path.Combine(folder, name + ".jsonl"), decisions.Select(decision => System.Text.Json.JsonSerializer.Serialize(decision, Bot.Triage.Learning.Regression.GoldThread.Json)));
                }
            }
        }

        if (Learns)
        {
            Write(folds);
        }

        scores.Average(score => score.Opening.F1).ShouldBeGreaterThan(0.85);
        scores.Average(score => score.Attachment).ShouldBeGreaterThan(0.8);
        scores.Average(score => score.Speaking.F1).ShouldBeGreaterThan(0.85);
    }

    private static void Write(LogFolds folds)
    {
        LinkExample[] all = [.. Enumerable.Range(0, LogFolds.Count).SelectMany(folds.Examples)];
        float[][] weights = [.. LinkModel.Speakers.Select((_, speaker) => LinkFit.On([.. all.Where(example => example.Speaker == speaker)], LinkSignals.Names.Count))];
        File.WriteAllLines(Repository.File("bot", "Triage", "Classifier", "links.tsv"),
        [
            "signal\t" + string.Join('\t', LinkModel.Speakers),
            .. LinkSignals.Names.Select((name, k) => $"{name}\t" + string.Join('\t', weights.Select(column => column[k].ToString("0.###", CultureInfo.InvariantCulture)))),
        ]);
    }
}
