using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>A message that was handled otherwise than its labels say.</summary>
/// <param name="Sort">By the name the worked example's own script gives it.</param>
internal readonly record struct Mistake(string Sort, GoldRow Row)
{
    public static IEnumerable<Mistake> Of(string sort, IEnumerable<GoldRow> rows) => rows.Select(row => new Mistake(sort, row));
}
