namespace Tests.Evaluation.Scoring;

/// <summary>One number of a log's score, by the name the worked example's own script gives it.</summary>
/// <param name="Value">Null where there was nothing to judge.</param>
internal readonly record struct Figure(string Name, double? Value)
{
    public static double? Share(int part, int all) => all == 0 ? null : part / (double)all;
}
