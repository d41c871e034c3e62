namespace Tests.Evaluation;

/// <summary>What was found, found wrongly and missed.</summary>
internal readonly record struct Ratio(int Found, int Wrong, int Missed)
{
    public double Precision => Found / (double)Math.Max(1, Found + Wrong);

    public double Recall => Found / (double)Math.Max(1, Found + Missed);

    public double F1 => 2.0 * Found / Math.Max(1, (2 * Found) + Wrong + Missed);
}
