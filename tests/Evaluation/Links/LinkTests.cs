using System.Globalization;
using Bot.Triage.Incidents;
using Tests.Support;

namespace Tests.Evaluation.Links;

/// <summary>How well a message finds the matter it belongs to, each log judged by weights learned from the others.</summary>
public sealed class LinkTests
{
    private const double Penalty = 0.002;

    [Fact]
    public void Messages_find_their_matter_in_logs_not_learned_from()
    {
        IReadOnlyList<LinkExample> examples = [.. GoldLog.All.SelectMany(log => LinkExamples.Of(log.Gold, log.Name))];
        for (int speaker = 0; speaker < LinkModel.Speakers.Count && Environment.GetEnvironmentVariable("BOT_LINKS_QUICK") is null; speaker++)
        {
            (int right, int wrong, int missed, int false_) = (0, 0, 0, 0);
            List<LinkExample> own = [.. examples.Where(example => example.Speaker == speaker)];
            foreach (string log in own.Select(example => example.Log).Distinct())
            {
                float[] weights = LinkFit.On([.. own.Where(example => example.Log != log)], LinkSignals.Names.Count, Penalty);
                foreach (LinkExample example in own.Where(example => example.Log == log))
                {
                    int choice = LinkFit.Choose(example, weights).Choice;
                    if (choice == example.Right) { right++; }
                    else if (choice < 0) { missed++; }
                    else if (example.Right < 0) { false_++; }
                    else { wrong++; }
                }
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{LinkModel.Speakers[speaker],-7} {own.Count} right {right} missed {missed} false {false_} other {wrong} accuracy {right / (double)own.Count:F3} (to link: {own.Count(e => e.Right >= 0)})");
        }

        if (Environment.GetEnvironmentVariable("BOT_WRITE_LINKS") == "1")
        {
            Write(examples);
        }
    }

    private static void Write(IReadOnlyList<LinkExample> examples)
    {
        float[][] weights = [.. LinkModel.Speakers.Select((_, speaker) =>
            LinkFit.On([.. examples.Where(example => example.Speaker == speaker && Environment.GetEnvironmentVariable("BOT_LINKS_WITHOUT")?.Split(',').Any(without => example.Log.StartsWith(without, StringComparison.Ordinal)) != true)], LinkSignals.Names.Count, Penalty))];
        File.WriteAllLines(Repository.File("bot", "Triage", "Incidents", "links.tsv"),
        [
            "signal\t" + string.Join('\t', LinkModel.Speakers),
            .. LinkSignals.Names.Select((name, k) => $"{name}\t" + string.Join('\t', weights.Select(column => column[k].ToString("0.###", CultureInfo.InvariantCulture)))),
        ]);
    }
}
