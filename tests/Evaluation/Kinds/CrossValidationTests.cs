using Tests.Support;

namespace Tests.Evaluation.Kinds;

/// <summary>
/// How well the engine tells kinds of messages it has seen nothing like; RESULTS.md has the figures. One part of the corpus
/// is held out; set BOT_EVALUATE=full to hold out each in turn and to keep the list of mistakes under artifacts.
/// </summary>
public sealed class CrossValidationTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("BOT_EVALUATE") == "full";
    private static readonly CorpusParts Parts = new();

    [Fact]
    public void Kinds_are_told_of_messages_unlike_those_learned_from()
    {
        KindReport report = new(KindCrossValidation.Run(Parts, Full ? CorpusParts.Count : 1));

        TestContext.Current.TestOutputHelper?.WriteLine(report.Summary());
        if (Full)
        {
            Directory.CreateDirectory(Repository.File("artifacts", "evaluation"));
            File.WriteAllText(Repository.File("artifacts", "evaluation", "kinds.md"), report.Summary() + "\n" + report.Mistakes());
            TestContext.Current.TestOutputHelper?.WriteLine(report.Mistakes());
            ResultsFile.Replace("Kinds of single messages", report.Summary());
        }
        report.MacroF1.ShouldBeGreaterThanOrEqualTo(0.80);
        report.CalibrationError.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Nothing_like_a_held_out_message_is_learned_from()
    {
        for (int part = 0; part < CorpusParts.Count; part++)
        {
            HashSet<string> learned = [.. Parts.Learned(part).Select(row => row.Text)];

            TestContext.Current.TestOutputHelper?.WriteLine($"part {part}: {Parts.HeldOut(part).Count()} held out, {Parts.Learned(part).Count()} learned from, of {Parts.Rows.Count}");
            Parts.HeldOut(part).Count().ShouldBeInRange(Parts.Rows.Count / 6, Parts.Rows.Count / 4);
            learned.Count.ShouldBeGreaterThan(Parts.Rows.Count / 2);
            Parts.HeldOut(part).Select(row => row.Text).Where(text => text.Length > 6 && !text.StartsWith('[') && learned.Contains(text)).ShouldBeEmpty();
        }
    }
}
