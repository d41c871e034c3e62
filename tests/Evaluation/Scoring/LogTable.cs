using System.Globalization;
using System.Text;

namespace Tests.Evaluation.Scoring;

/// <summary>The figures of several logs, a row each, and their mean.</summary>
internal sealed class LogTable
{
    private static readonly (string Title, string Figure)[] Columns =
    [
        ("opening P", "opening.precision"), ("R", "opening.recall"), ("F1", "opening.f1"), ("strict F1", "opening.strict_f1"), ("wrongly merged", "opening.wrongly_merged"),
        ("attachment", "attach.accuracy"), ("reports", "attach.merged_reports"), ("follow-ups", "attach.followups"),
        ("emergencies", "emergency.incidents"), ("missed", "emergency.missed"), ("false", "emergency.false"),
        ("speech P", "speak.precision"), ("R", "speak.recall"), ("F1", "speak.f1"),
        ("kinds", "kind.macro_f1"), ("category", "field.category"), ("urgency", "field.urgency"), ("place", "location.exact"), ("its core", "location.core"),
    ];

    private readonly List<(string Name, LogScore Score)> _rows = [];

    public void Add(string name, LogScore score) => _rows.Add((name, score));

    /// <summary>The mean of a figure over the rows whose names are in question; the sum where it counts something.</summary>
    public double? Of(string figure, Func<string, bool> which)
    {
        double[] values = [.. _rows.Where(row => which(row.Name)).Select(row => Value(row.Score, figure)).OfType<double>()];
        return values.Length == 0 ? null : Counts(figure) ? values.Sum() : values.Average();
    }

    /// <param name="mean">Which rows the last one is about; counts are summed there.</param>
    public string Markdown(Func<string, bool> mean)
    {
        StringBuilder text = new();
        text.Append("| log | ").AppendJoin(" | ", Columns.Select(column => column.Title)).Append(" |\n|").Insert(text.Length, "---|", Columns.Length + 1).Append('\n');
        foreach ((string name, LogScore score) in _rows)
        {
            text.Append($"| {name} | ").AppendJoin(" | ", Columns.Select(column => Written(column.Figure, Value(score, column.Figure)))).Append(" |\n");
        }
        return text.Append("| mean of the logs | ").AppendJoin(" | ", Columns.Select(column => Written(column.Figure, Of(column.Figure, mean)))).Append(" |\n").ToString();
    }

    public static string Written(string figure, double? value) =>
        value is not { } number ? "–" : number.ToString(Counts(figure) ? "0" : ".000;;0", CultureInfo.InvariantCulture) is var text && number >= 0.9995 && !Counts(figure) ? "1" : text;

    private static bool Counts(string figure) => figure is "opening.wrongly_merged" or "emergency.incidents" or "emergency.missed" or "emergency.false";

    private static double? Value(LogScore score, string figure) =>
        figure == "emergency.missed" ? score.MissedEmergencies.Count : score.Figures.Single(one => one.Name == figure).Value;
}
