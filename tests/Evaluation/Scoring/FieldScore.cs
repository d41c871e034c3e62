using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Category and urgency of the reports that got a ticket.</summary>
internal sealed class FieldScore(GoldThread gold, ThreadScore decided)
{
    private readonly GoldRow[] _rows = [.. gold.Rows.Where(row => row is { IsReport: true, AttachOptional: false } && decided.Of(row)?.Ticket is not null)];

    public double? Category => Figure.Share(WithCategory.Count(CategoryFits), WithCategory.Count());

    public double? Urgency => Figure.Share(WithUrgency.Count(UrgencyFits), WithUrgency.Count());

    public IEnumerable<Figure> Figures => [new("field.rows", _rows.Length), new("field.category", Category), new("field.urgency", Urgency)];

    public IEnumerable<Mistake> Mistakes =>
    [
        .. Mistake.Of("bad_category", WithCategory.Where(row => !CategoryFits(row))), .. Mistake.Of("bad_urgency", WithUrgency.Where(row => !UrgencyFits(row))),
    ];

    private IEnumerable<GoldRow> WithCategory => _rows.Where(row => row.Category is not null);

    private IEnumerable<GoldRow> WithUrgency => _rows.Where(row => row.Urgency is not null);

    private bool CategoryFits(GoldRow row) => decided.Of(row)!.Category is var said && (said == row.Category || row.CategoryAlt?.Contains(said) == true);

    private bool UrgencyFits(GoldRow row) => decided.Of(row)!.Urgency is var said && (said == row.Urgency || row.UrgencyAlt?.Contains(said) == true);
}
