using System.Globalization;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Tests.Evaluation.Links;
using Tests.Evaluation.Scoring;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>
/// Conversations judged by engines that have not read them, with floors a little below what is reached; RESULTS.md has the figures.
/// Set BOT_EVALUATE=full to measure all parts and write the figures down, BOT_WRITE_LINKS=1 to learn the links anew.
/// </summary>
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
        List<Measured> logs = [];
        for (int fold = 0; fold < (Full ? LogFolds.Count : 1); fold++)
        {
            TriageModel engine = Full ? folds.Engine(fold).With(folds.Links(without: fold)) : folds.Engine(fold);
            foreach (string name in LogFolds.Logs(fold)) { logs.Add(await Measured.Of(name, GoldLog.Load(name), engine)); }
        }

        Print(logs);
        if (Full) { await EvaluationRecord.WriteAsync(logs); }
        if (Learns) { Write(folds); }
        AtLeast(logs, opening: 0.90, attachment: 0.85, speech: 0.88, kinds: 0.89, category: 0.92, urgency: 0.90, place: 0.89);
        logs.Sum(log => log.Score.MissedEmergencies.Count).ShouldBeLessThanOrEqualTo(Full ? 5 : 2);
        logs.Sum(log => log.Score.FalseEmergencies.Count).ShouldBeLessThanOrEqualTo(Full ? 14 : 5);
    }

    [Fact]
    public async Task Threads_never_learned_from_are_triaged_well()
    {
        IReadOnlyList<Measured> threads = await Measured.Threads();

        Print(threads);
        AtLeast(threads, opening: 0.78, attachment: 0.74, speech: 0.7, kinds: 0.88, category: 0.93, urgency: 0.90, place: 0.82);
        threads.Sum(log => log.Score.MissedEmergencies.Count).ShouldBe(0);
        threads.Sum(log => log.Score.FalseEmergencies.Count).ShouldBeLessThanOrEqualTo(8);
    }

    private static void AtLeast(
        IReadOnlyList<Measured> logs, double opening, double attachment, double speech, double kinds, double category, double urgency, double place)
    {
        Mean(logs, score => score.Opening.F1).ShouldBeGreaterThanOrEqualTo(opening);
        Mean(logs, score => score.Attachment).ShouldBeGreaterThanOrEqualTo(attachment);
        Mean(logs, score => score.Speaking.F1).ShouldBeGreaterThanOrEqualTo(speech);
        Mean(logs, score => score.Kinds).ShouldBeGreaterThanOrEqualTo(kinds);
        Mean(logs, score => score.Category).ShouldBeGreaterThanOrEqualTo(category);
        Mean(logs, score => score.Urgency).ShouldBeGreaterThanOrEqualTo(urgency);
        Mean(logs, score => score.Location).ShouldBeGreaterThanOrEqualTo(place);
    }

    private static double Mean(IEnumerable<Measured> logs, Func<LogScore, double> figure) => logs.Average(log => figure(log.Score));

    private static void Print(IEnumerable<Measured> logs)
    {
        foreach (Measured log in logs) { TestContext.Current.TestOutputHelper?.WriteLine($"{log.Name,-14} {log.Score}"); }
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
