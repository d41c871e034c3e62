using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation;

/// <summary>The project's own logs, with floors a little below what is reached; RESULTS.md has the figures.</summary>
public sealed class OwnLogTests
{
    [Theory]
    [InlineData("north", 0.91, 0.92, 0.97, 0.87, 0, 0)]
    [InlineData("jiangnan", 0.95, 0.96, 0.97, 0.93, 0, 0)]
    [InlineData("southwest", 0.93, 0.94, 0.93, 0.91, 0, 0)]
    [InlineData("hunan", 0.97, 0.89, 0.94, 0.90, 0, 0)]
    [InlineData("northwest", 0.90, 0.94, 0.97, 0.91, 0, 0)]
    [InlineData("mid", 0.95, 0.93, 0.90, 0.83, 0, 0)]
    [InlineData("county", 0.81, 0.88, 0.83, 0.85, 1, 0)]
    [InlineData("southeast", 0.90, 0.85, 0.82, 0.86, 0, 0)]
    public async Task Own_logs_are_triaged_as_well_as_before(
        string name, double opening, double speaking, double location, double attachment, int missed, int falseAlarms)
    {
        GoldLog gold = GoldLog.Load(name);

        IReadOnlyList<Decision> decisions = await Replaying.RunAsync(gold.Directory, gold.Messages);

        LogScore score = new(gold, decisions);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name,-10} {score}");
        score.Opening.F1.ShouldBeGreaterThanOrEqualTo(opening, score.ToString());
        score.Speaking.F1.ShouldBeGreaterThanOrEqualTo(speaking, score.ToString());
        score.Location.ShouldBeGreaterThanOrEqualTo(location, score.ToString());
        score.Attachment.ShouldBeGreaterThanOrEqualTo(attachment, score.ToString());
        score.MissedEmergencies.Count.ShouldBeLessThanOrEqualTo(missed, score.ToString());
        score.FalseEmergencies.Count.ShouldBeLessThanOrEqualTo(falseAlarms, score.ToString());
    }

    [Fact]
    public void The_scorer_gives_full_marks_to_the_labels_and_none_to_silence()
    {
        GoldLog gold = GoldLog.Load("north");

        LogScore perfect = new(gold, gold.Rows.Select(row => Perfect(gold, row)));
        LogScore silent = new(gold, []);

        (perfect.Opening.F1, perfect.Speaking.F1, perfect.Location, perfect.MissedEmergencies.Count, perfect.FalseEmergencies.Count)
            .ShouldBe((1, 1, 1, 0, 0));
        (silent.Opening.F1, silent.Speaking.F1, silent.Location).ShouldBe((0, 0, 0));
        silent.MissedEmergencies.ShouldNotBeEmpty();
    }

    private static Decision Perfect(GoldLog gold, GoldRow row) => new(
        row.Id, row.Kind, null, null, row.Urgency, row.Location, gold.IncidentOf.GetValueOrDefault(row.Id),
        gold.IncidentOf.GetValueOrDefault(row.Id) == row.Id, row.ShouldReply ? "好的" : null, 1, "");
}
