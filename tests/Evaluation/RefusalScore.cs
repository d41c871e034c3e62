using System.Globalization;

namespace Tests.Evaluation;

/// <summary>Answering and refusing at a threshold; answerable questions are the positive ones.</summary>
internal sealed class RefusalScore(IReadOnlyList<(double Confidence, bool Answerable)> rows, double threshold)
{
    public double Precision => Ratio(Count(answered: true, answerable: true), rows.Count(row => row.Confidence >= threshold));

    public double Recall => Ratio(Count(answered: true, answerable: true), rows.Count(row => row.Answerable));

    public double F1 => Harmonic(Precision, Recall);

    /// <summary>Of what is not answerable.</summary>
    public double Refused => Ratio(Count(answered: false, answerable: false), rows.Count(row => !row.Answerable));

    /// <summary>F1 with refused questions as the positive ones.</summary>
    public double RefusalF1 => Harmonic(Ratio(Count(answered: false, answerable: false), rows.Count(row => row.Confidence < threshold)), Refused);

    /// <summary>How likely an answerable question has a higher confidence than another one.</summary>
    public double Auc
    {
        get
        {
            double ranks = 0;
            int before = 0;
            foreach (IGrouping<double, (double, bool Answerable)> equal in rows.GroupBy(row => row.Confidence).OrderBy(group => group.Key))
            {
                ranks += equal.Count(row => row.Answerable) * (before + ((equal.Count() + 1) / 2.0));
                before += equal.Count();
            }
            double answerable = rows.Count(row => row.Answerable);
            return (ranks - (answerable * (answerable + 1) / 2)) / Math.Max(1, answerable * (rows.Count - answerable));
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"precision {Precision:F3}, recall {Recall:F3}, F1 {F1:F4}; refused {Refused:F3}, refusal F1 {RefusalF1:F3}");

    private int Count(bool answered, bool answerable) => rows.Count(row => row.Confidence >= threshold == answered && row.Answerable == answerable);

    private static double Ratio(int part, int whole) => part / (double)Math.Max(1, whole);

    private static double Harmonic(double one, double other) => one + other == 0 ? 0 : 2 * one * other / (one + other);
}
