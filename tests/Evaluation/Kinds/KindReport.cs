using System.Globalization;
using System.Text;
using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Kinds;

/// <summary>How well kinds are told, how far the engine may be believed, and where it is surest and wrong.</summary>
internal sealed class KindReport(IReadOnlyList<JudgedRow> rows)
{
    private const int Bins = 10;
    private const int Shown = 150;

    public double MacroF1 => PerKind.Average(kind => kind.Score.F1);

    public double Accuracy => rows.Count(row => row.IsRight) / (double)rows.Count;

    /// <summary>By how much what it says of its own answers is off, on average.</summary>
    public double CalibrationError => Reliability.Sum(bin => bin.Count * Math.Abs(bin.Said - bin.Right)) / rows.Count;

    private IEnumerable<(Kind Kind, Ratio Score)> PerKind => Enum.GetValues<Kind>().Where(kind => rows.Any(row => row.Row.Kind == kind)).Select(kind => (kind, new Ratio(
        rows.Count(row => row.Row.Kind == kind && row.IsRight), rows.Count(row => row.Said == kind && !row.IsRight), rows.Count(row => row.Row.Kind == kind && !row.IsRight))));

    private IEnumerable<(double From, int Count, double Said, double Right)> Reliability => rows
        .GroupBy(row => Math.Min(Bins - 1, (int)(row.Sure * Bins))).OrderBy(bin => bin.Key)
        .Select(bin => (bin.Key / (double)Bins, bin.Count(), (double)bin.Average(row => row.Sure), bin.Count(row => row.IsRight) / (double)bin.Count()));

    public string Summary()
    {
        StringBuilder text = new("| messages | macro-F1 | accuracy | calibration error |\n|---|---|---|---|\n");
        text.Append(Line($"| {rows.Count} | {MacroF1:.000} | {Accuracy:.000} | {CalibrationError:.000} |\n\n"));
        text.Append("| kind | messages | P | R | F1 | taken for |\n|---|---|---|---|---|---|\n");
        foreach ((Kind kind, Ratio score) in PerKind)
        {
            IEnumerable<string> takenFor = rows.Where(row => row.Row.Kind == kind && !row.IsRight).CountBy(row => row.Said)
                .OrderByDescending(said => said.Value).Take(4).Select(said => $"{said.Key} {said.Value}".ToLowerInvariant());
            text.Append(Line($"| {kind.ToString().ToLowerInvariant()} | {score.Found + score.Missed} | {score.Precision:.000} | {score.Recall:.000} | {score.F1:.000} | {string.Join(", ", takenFor)} |\n"));
        }
        text.Append("\n| sure from | messages | sure on average | right |\n|---|---|---|---|\n");
        foreach ((double from, int count, double said, double right) in Reliability) { text.Append(Line($"| {from:0.0} | {count} | {said:.000} | {right:.000} |\n")); }
        return text.ToString();
    }

    /// <summary>The surest of the wrong answers: labels to look at again, or words to teach.</summary>
    public string Mistakes() => string.Concat(rows.Where(row => !row.IsRight).OrderByDescending(row => row.Sure).Take(Shown)
        .Select(row => Line($"- {row.Sure:0.00} {row.Row.Kind} taken for {row.Said}: {row.Row.Text.ReplaceLineEndings(" ")} ({row.Row.Role} {row.Row.Sender})\n")));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
