using System.Diagnostics;
using Bot.Messaging;
using Bot.Triage.Classifier;

namespace Benchmarks;

/// <summary>Training time and microseconds per text of the triage engine and of classifiers for longer texts.</summary>
internal static class ClassifierBenchmark
{
    /// <param name="sets">Files of label TAB text lines to train and measure on.</param>
    public static void Run(IReadOnlyList<string> sets)
    {
        IReadOnlyList<CorpusRow> rows = Corpus.Read(Corpus.DefaultFolder);
        TriageModel.Train(rows);
        Stopwatch watch = Stopwatch.StartNew();
        TriageModel engine = TriageModel.Train(rows);
        Console.WriteLine($"triage engine: {rows.Count} rows in {watch.Elapsed.TotalSeconds:F2} s, cross-validated {engine.CrossValidated}");
        Measure([.. rows.Select(r => r.Text)], text => engine.Predict(text, SenderRole.Resident));
        foreach (string set in sets)
        {
            LabelledText[] texts = [.. File.ReadLines(set).Select(l => l.Split('\t', 2)).Select(f => new LabelledText(f[0], f[1]))];
            watch.Restart();
            LabelModel model = LabelModel.Train(texts);
            Console.WriteLine($"{set}: {texts.Length} rows in {watch.Elapsed.TotalSeconds:F1} s, cross-validated {model.CrossValidated}");
            Measure([.. texts.Select(t => t.Text)], text => model.Classify(text));
        }
    }

    private static void Measure(string[] texts, Action<string> classify)
    {
        double best = double.MaxValue;
        long allocated = 0;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            foreach (string text in texts)
            {
                classify(text);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / texts.Length);
        }
        Console.WriteLine($"  {best:F1} µs per text of {texts.Average(t => t.Length):F0} characters, {1e6 / best:F0} texts/s on one core, {(double)allocated / texts.Length:F0} bytes allocated each");
    }
}
