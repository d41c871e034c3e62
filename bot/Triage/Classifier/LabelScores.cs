using System.Runtime.InteropServices;

namespace Bot.Triage.Classifier;

/// <summary>How well predicted labels agree with the given ones.</summary>
/// <param name="MacroF1">Mean of the F1 of every label that was given or predicted.</param>
public sealed record LabelScores(double Accuracy, double MacroF1)
{
    public static LabelScores Of(IReadOnlyList<string> given, IReadOnlyList<string> predicted)
    {
        if (given.Count == 0)
        {
            return new LabelScores(0, 0);
        }
        Dictionary<string, int> right = [];
        Dictionary<string, int> named = [];
        for (int i = 0; i < given.Count; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(named, given[i], out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(named, predicted[i], out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(right, given[i], out _) += given[i] == predicted[i] ? 1 : 0;
        }
        return new LabelScores((double)right.Values.Sum() / given.Count, named.Average(label => 2.0 * right.GetValueOrDefault(label.Key) / label.Value));
    }

    /// <param name="given">Of each text, 0 up to <paramref name="labels"/>.</param>
    /// <param name="predicted">Of each text; negative for none.</param>
    public static LabelScores Of(ReadOnlySpan<int> given, ReadOnlySpan<int> predicted, int labels)
    {
        int[] named = new int[labels + 1];
        int[] right = new int[labels + 1];
        int hits = 0;
        for (int i = 0; i < given.Length; i++)
        {
            named[given[i]]++;
            named[predicted[i] < 0 ? labels : predicted[i]]++;
            right[given[i]] += given[i] == predicted[i] ? 1 : 0;
        }
        double sum = 0;
        int present = 0;
        for (int label = 0; label <= labels; label++)
        {
            hits += right[label];
            sum += named[label] == 0 ? 0 : 2.0 * right[label] / named[label];
            present += named[label] == 0 ? 0 : 1;
        }
        return given.Length == 0 ? new LabelScores(0, 0) : new LabelScores((double)hits / given.Length, sum / present);
    }

    public override string ToString() => $"accuracy {Accuracy:F4} macro-F1 {MacroF1:F4}";
}
