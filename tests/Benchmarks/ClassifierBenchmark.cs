using System.Diagnostics;
using Bot.Messaging;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Benchmarks;

/// <summary>Run by hand: <c>dotnet test -- --explicit only --filter-class Tests.Benchmarks.ClassifierBenchmark --show-live-output on</c>.</summary>
public sealed class ClassifierBenchmark(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Triage_engine()
    {
        IReadOnlyList<CorpusRow> rows = Corpus.Read(Corpus.DefaultFolder);
        TriageModel.Train(rows);
        Stopwatch watch = Stopwatch.StartNew();
        TriageModel model = TriageModel.Train(rows);
        output.WriteLine($"training {watch.Elapsed.TotalSeconds:F2} s for {rows.Count} rows, cross-validated {model.CrossValidated}");
        Measure("triage", [.. rows.Select(r => r.Text)], text => model.Predict(text, SenderRole.Resident));
    }

    [Theory(Explicit = true)]
    [InlineData("tipdm2020c")]
    [InlineData("msga-messages")]
    public void Letters(string set)
    {
        LabelledText[] texts = [.. File.ReadLines(SharedMaterial.Require("data", set, "train.tsv"))
            .Select(l => l.Split('\t', 2)).Select(f => new LabelledText(f[0], f[1]))];
        Stopwatch watch = Stopwatch.StartNew();
        LabelModel model = LabelModel.Train(texts);
        output.WriteLine($"{set}: training {watch.Elapsed.TotalSeconds:F1} s, cross-validated {model.CrossValidated}");
        Measure(set, [.. texts.Select(t => t.Text)], text => model.Classify(text));
    }

    private void Measure(string name, string[] texts, Action<string> classify)
    {
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (string text in texts)
            {
                classify(text);
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / texts.Length);
        }
        output.WriteLine($"{name}: {best:F1} µs per text of {texts.Average(t => t.Length):F0} characters");
    }
}
