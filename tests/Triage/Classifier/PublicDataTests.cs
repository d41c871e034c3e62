using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Classifier;

/// <summary>Holds the classifier to what published baselines reach on real letters.</summary>
public sealed class PublicDataTests
{
    [Theory]
    [InlineData("tipdm2020c", 0.915)]
    [InlineData("msga-messages", 0.805)]
    public void Reaches_the_published_figures(string set, double least)
    {
        LabelModel model = LabelModel.Train(Read(SharedMaterial.Require("data", set, "train.tsv")));
        LabelledText[] dev = Read(SharedMaterial.Require("data", set, "dev.tsv"));

        LabelScores scores = LabelScores.Of([.. dev.Select(t => t.Label)], [.. dev.Select(t => model.Classify(t.Text).Label)]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(least, scores.ToString());
    }

    private static LabelledText[] Read(string path) =>
        [.. File.ReadLines(path).Select(l => l.Split('\t', 2)).Select(f => new LabelledText(f[0], f[1]))];
}
