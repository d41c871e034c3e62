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

    public Ratio Opening => _gold.Incidents.Aggregate(
        new Ratio(0, _gold.Rows.Count(row => Of(row) is { Opened: true } && !_gold.IncidentOf.ContainsKey(row.Id) && !row.OpenOptional), 0),
        (sum, incident) =>
        {
            GoldRow[] openers = Openers(incident);
            int wrong = openers.Skip(1).Count(row => !row.OpenOptional);
            return sum + (incident.OpenOptional ? new Ratio(0, wrong, 0) : new Ratio(openers.Length > 0 ? 1 : 0, wrong, openers.Length > 0 ? 0 : 1));
        });

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
