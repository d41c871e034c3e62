namespace Bot.Triage.Learning.Regression;

/// <summary>What was found, found wrongly and missed.</summary>
public readonly record struct Ratio(int Found, int Wrong, int Missed)
{
    public double Precision => Found / (double)Math.Max(1, Found + Wrong);

    public double Recall => Found / (double)Math.Max(1, Found + Missed);

    public double F1 => 2.0 * Found / Math.Max(1, (2 * Found) + Wrong + Missed);

    public static Ratio operator +(Ratio one, Ratio other) => new(one.Found + other.Found, one.Wrong + other.Wrong, one.Missed + other.Missed);
}
