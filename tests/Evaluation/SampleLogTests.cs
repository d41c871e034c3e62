using System.Text.Json;
using Bot.Triage;
using Tests.Evaluation.Scoring;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>The worked example through the command, as a user's script runs it.</summary>
public sealed class SampleLogTests
{
    [Fact]
    public async Task The_worked_example_is_triaged_well_enough()
    {
        GoldLog gold = GoldLog.Load("sample");
        using TempFolder folder = new();
        gold.WriteMessages(folder.File("m.jsonl"));

        BotProgram.Result run = await BotProgram.RunAsync(
            "triage", "--input", folder.File("m.jsonl"), "--directory", gold.DirectoryPath, "--output", folder.File("d.jsonl"));

        run.ExitCode.ShouldBe(0, run.Error);
        Decision[] decisions = [.. File.ReadLines(folder.File("d.jsonl")).Select(line => JsonSerializer.Deserialize<Decision>(line)!)];
        decisions.Select(decision => decision.Id).ShouldBe(gold.Rows.Select(row => row.Id));
        LogScore score = new(gold, decisions);
        TestContext.Current.TestOutputHelper?.WriteLine($"sample {score}");
        score.Opening.F1.ShouldBeGreaterThanOrEqualTo(0.93, score.ToString());
        score.Attachment.ShouldBeGreaterThanOrEqualTo(0.88, score.ToString());
        score.Speaking.F1.ShouldBeGreaterThanOrEqualTo(0.92, score.ToString());
        score.Kinds.ShouldBeGreaterThanOrEqualTo(0.88, score.ToString());
        score.Category.ShouldBeGreaterThanOrEqualTo(0.90, score.ToString());
        score.Urgency.ShouldBeGreaterThanOrEqualTo(0.85, score.ToString());
        score.Location.ShouldBeGreaterThanOrEqualTo(0.92, score.ToString());
        score.MissedEmergencies.ShouldBeEmpty();
        score.FalseEmergencies.ShouldBeEmpty();
    }
}
