using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Whether each message was taken for what it is.</summary>
internal sealed class KindScore
{
    private readonly (GoldRow Row, string Gold, string? Said)[] _pairs;

    public KindScore(GoldThread gold, ThreadScore decided)
    {
        _pairs = [.. gold.Rows.Select(row => (row, Said: decided.Of(row)?.Kind))
            .Select(pair => (pair.row, pair.Said is { } said && pair.row.AllowsKind(said) ? said : pair.row.Kind, pair.Said))];
        string[] present = [.. Enum.GetNames<Kind>().Select(name => name.ToLowerInvariant()).Where(kind => gold.Rows.Any(row => row.Kind == kind))];
        PerKind = [.. present.Select(kind => (kind, Of(kind)))];
        MacroF1 = PerKind.Average(kind => kind.Score.F1);
    }

    public IReadOnlyList<(string Kind, Ratio Score)> PerKind { get; }

    public double MacroF1 { get; }

    public IEnumerable<Figure> Figures =>
    [
        new("kind.macro_f1", MacroF1), new("kind.accuracy", Figure.Share(_pairs.Count(pair => pair.Gold == pair.Said), _pairs.Length)),
        .. PerKind.Select(kind => new Figure("kind.per." + kind.Kind, kind.Score is { Found: 0, Wrong: 0, Missed: 0 } ? null : kind.Score.F1)),
    ];

    public IEnumerable<Mistake> Mistakes => Mistake.Of("bad_kind", _pairs.Where(pair => pair.Gold != pair.Said).Select(pair => pair.Row));

    private Ratio Of(string kind) => new(
        _pairs.Count(pair => pair.Gold == kind && pair.Said == kind),
        _pairs.Count(pair => pair.Gold != kind && pair.Said == kind),
        _pairs.Count(pair => pair.Gold == kind && pair.Said != kind));
}
