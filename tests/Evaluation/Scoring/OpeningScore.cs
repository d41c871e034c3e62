using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Whether each matter got its ticket, and only one, and nothing else got any.</summary>
internal sealed class OpeningScore
{
    private readonly GoldThread _gold;
    private readonly ThreadScore _decided;
    private readonly GoldIncident[] _required;
    private readonly GoldRow[] _onNothing;
    private readonly GoldRow[] _duplicates;

    public OpeningScore(GoldThread gold, ThreadScore decided)
    {
        (_gold, _decided) = (gold, decided);
        _required = [.. gold.Incidents.Where(incident => !incident.OpenOptional)];
        _onNothing = [.. decided.WrongOpeners.Where(row => !gold.IncidentOf.ContainsKey(row.Id))];
        _duplicates = [.. decided.WrongOpeners.Where(row => gold.IncidentOf.ContainsKey(row.Id))];
    }

    public Ratio Found => _decided.Opening;

    public IEnumerable<Figure> Figures
    {
        get
        {
            int once = _required.Count(incident => _decided.Openers(incident).Length == 1);
            Ratio strict = new(once, Found.Wrong, _required.Length - once);
            return
            [
                new("opening.precision", Figure.Share(Found.Found, Found.Found + Found.Wrong)), new("opening.recall", Figure.Share(Found.Found, _required.Length)),
                new("opening.f1", Found.F1), new("opening.strict_recall", Figure.Share(once, _required.Length)), new("opening.strict_f1", strict.F1),
                new("opening.incidents", _required.Length), new("opening.on_non_incident", _onNothing.Length),
                new("opening.duplicates", _duplicates.Length), new("opening.wrongly_merged", WronglyMerged),
            ];
        }
    }

    public IEnumerable<Mistake> Mistakes =>
    [
        .. Mistake.Of("missed_incidents", _required.Where(incident => _decided.Openers(incident).Length == 0).Select(incident => incident.Rows.First(row => row.Id == incident.Opener))),
        .. Mistake.Of("opened_on_non_incident", _onNothing), .. Mistake.Of("duplicates", _duplicates),
    ];

    /// <summary>Reports of several matters on one ticket.</summary>
    private int WronglyMerged => _gold.Rows
        .Where(row => row is { ShouldTicket: true, AttachOptional: false } && _gold.IncidentOf.ContainsKey(row.Id) && _decided.Of(row)?.Ticket is not null)
        .GroupBy(row => _decided.Of(row)!.Ticket)
        .Sum(ticket => ticket.Select(row => _gold.IncidentOf[row.Id]).Distinct().Count() - 1);
}
