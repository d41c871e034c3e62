namespace Bot.Triage.Learning.Regression;

/// <summary>How an engine does on the regression log.</summary>
/// <param name="TooMany">Sentences that opened a ticket too many.</param>
/// <param name="Opening">Matters opened; each further ticket and each ticket for nothing counts as wrong.</param>
public sealed record RegressionScore(IReadOnlyList<RegressionCase> Cases, IReadOnlyList<string> TooMany, Ratio Opening, Ratio Emergency)
{
    public int Right => Cases.Count(one => one.IsRight);
}
