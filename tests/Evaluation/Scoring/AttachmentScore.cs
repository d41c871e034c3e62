using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Whether what is said of a known matter is found on its first ticket.</summary>
internal sealed class AttachmentScore
{
    private readonly GoldRow[] _rows;
    private readonly GoldRow[] _unrelated;
    private readonly HashSet<GoldRow> _right;

    public AttachmentScore(GoldThread gold, ThreadScore decided)
    {
        Dictionary<string, string?> first = gold.Incidents.ToDictionary(
            incident => incident.Opener, incident => incident.Rows.Select(decided.Of).FirstOrDefault(said => said is { Opened: true })?.Ticket);
        HashSet<string> free = [.. gold.Incidents.Where(incident => incident.OpenOptional && first[incident.Opener] is null).Select(incident => incident.Opener)];
        _rows = [.. gold.Rows.Where(row => !row.AttachOptional && gold.IncidentOf.TryGetValue(row.Id, out string? opener) && opener != row.Id && !free.Contains(opener))];
        _right = [.. _rows.Where(row => first[gold.IncidentOf[row.Id]] is { } ticket && decided.Of(row)?.Ticket == ticket)];
        _unrelated = [.. gold.Rows.Where(row => !gold.IncidentOf.ContainsKey(row.Id) && !row.OpenOptional && decided.Of(row) is { Ticket: not null, Opened: false })];
    }

    public double? Accuracy => Of(_ => true);

    public IEnumerable<Figure> Figures =>
    [
        new("attach.accuracy", Accuracy), new("attach.merged_reports", Of(row => row.ShouldTicket)), new("attach.followups", Of(row => !row.ShouldTicket)),
        new("attach.n", _rows.Length), new("attach.correct", _right.Count), new("attach.on_unrelated", _unrelated.Length),
    ];

    public IEnumerable<Mistake> Mistakes => [.. Mistake.Of("bad_attach", _rows.Except(_right)), .. Mistake.Of("attached_unrelated", _unrelated)];

    private double? Of(Func<GoldRow, bool> which) => Figure.Share(_right.Count(which), _rows.Count(which));
}
