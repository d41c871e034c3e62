namespace Bot.Triage.Learning.Regression;

/// <summary>Decisions of a conversation beside its labels: which matters were opened, which emergencies found.</summary>
public sealed class ThreadScore
{
    private readonly GoldThread _gold;
    private readonly Dictionary<string, Decision> _decided;

    public ThreadScore(GoldThread gold, IEnumerable<Decision> decisions)
    {
        _gold = gold;
        _decided = decisions.ToDictionary(decision => decision.Id);
        HashSet<string> real = [.. Emergencies.SelectMany(incident => incident.Rows).Select(row => row.Id)];
        FalseEmergencies = [.. gold.Rows
            .Where(row => SaysEmergency(row) && row.Kind != "emergency" && !real.Contains(row.Id))
            .Where(row => !row.AllowsKind("emergency") && !row.AllowsUrgency("emergency"))
            .Select(row => row.Id)];
    }

    public Ratio Opening => _gold.Incidents.Where(incident => !incident.OpenOptional).Aggregate(
        new Ratio(0, WrongOpeners.Count(), 0),
        (sum, incident) => sum + (Openers(incident).Length > 0 ? new Ratio(1, 0, 0) : new Ratio(0, 0, 1)));

    /// <summary>Messages that opened a ticket too many: for nothing, or for a matter that has one.</summary>
    public IEnumerable<GoldRow> WrongOpeners => _gold.Rows.Where(row => Of(row) is { Opened: true } && !_gold.IncidentOf.ContainsKey(row.Id))
        .Concat(_gold.Incidents.SelectMany(incident => Openers(incident).Skip(1)))
        .Where(row => !row.OpenOptional);

    /// <summary>Openers of the incidents whose emergency was not seen.</summary>
    public IReadOnlyList<string> MissedEmergencies => [.. MustSee.Where(incident => !FindsEmergency(incident)).Select(incident => incident.Opener)];

    public IReadOnlyList<string> FalseEmergencies { get; }

    public Ratio Emergency
    {
        get
        {
            int missed = MissedEmergencies.Count;
            return new Ratio(MustSee.Count() - missed, FalseEmergencies.Count, missed);
        }
    }

    /// <summary>Those that must be seen.</summary>
    private IEnumerable<GoldIncident> MustSee => _gold.Incidents.Where(incident => incident.IsEmergency && !incident.EmergencyOptional);

    private IEnumerable<GoldIncident> Emergencies => _gold.Incidents.Where(incident => incident.IsEmergency);

    public Decision? Of(GoldRow row) => _decided.GetValueOrDefault(row.Id);

    public bool Replies(GoldRow row) => Of(row)?.Reply is not null;

    /// <summary>The messages of an incident that opened a ticket, one per ticket.</summary>
    public GoldRow[] Openers(GoldIncident incident) =>
        [.. incident.Rows.Where(row => Of(row) is { Opened: true }).DistinctBy(row => Of(row)!.Ticket)];

    public bool FindsEmergency(GoldIncident incident) => !incident.IsEmergency || incident.EmergencyOptional
        || incident.Rows.Any(row => SaysEmergency(row) && (row.Kind == "emergency" || row.AttachOptional || row.AllowsKind("emergency")));

    public bool SaysEmergency(GoldRow row) => Of(row) is { } said && (said.Kind == "emergency" || said.Urgency == "emergency");
}
