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
        double[] scores = [.. given.Concat(predicted).Distinct().Select(label => F1(label, given, predicted))];
        return new LabelScores((double)given.Zip(predicted).Count(p => p.First == p.Second) / given.Count, scores.Average());
    }

    public override string ToString() => $"accuracy {Accuracy:F4} macro-F1 {MacroF1:F4}";

    private static double F1(string label, IReadOnlyList<string> given, IReadOnlyList<string> predicted)
    {
        int both = given.Zip(predicted).Count(p => p.First == label && p.Second == label);
        return 2.0 * both / (given.Count(g => g == label) + predicted.Count(p => p == label));
    }
}
