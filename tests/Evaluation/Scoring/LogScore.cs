using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Decisions of a log beside its labels, by all the rules of the worked example.</summary>
internal sealed class LogScore
{
    private readonly ThreadScore _decided;
    private readonly OpeningScore _opening;
    private readonly AttachmentScore _attachment;
    private readonly EmergencyScore _emergencies;
    private readonly SpeechDuties _speech;
    private readonly KindScore _kinds;
    private readonly FieldScore _fields;
    private readonly PlaceScore _places;

    public LogScore(GoldLog gold, IEnumerable<Decision> decisions) : this(gold.Thread, decisions)
    {
    }

    public LogScore(GoldThread gold, IEnumerable<Decision> decisions)
    {
        Gold = gold;
        _decided = new ThreadScore(gold, decisions);
        _opening = new OpeningScore(gold, _decided);
        _attachment = new AttachmentScore(gold, _decided);
        _emergencies = new EmergencyScore(gold, _decided);
        _speech = new SpeechDuties(gold, _decided.Replies);
        _kinds = new KindScore(gold, _decided);
        _fields = new FieldScore(gold, _decided);
        _places = new PlaceScore(gold, _decided);
    }

    public GoldThread Gold { get; }

    public Ratio Opening => _opening.Found;

    public Ratio Speaking => _speech.Score;

    /// <summary>Share of the places that are exactly right.</summary>
    public double Location => _places.Exact ?? 1;

    /// <summary>Share of the messages that belong to a known matter and are found on its first ticket.</summary>
    public double Attachment => _attachment.Accuracy ?? 1;

    public double Kinds => _kinds.MacroF1;

    public double Category => _fields.Category ?? 1;

    public double Urgency => _fields.Urgency ?? 1;

    public IReadOnlyList<string> MissedEmergencies => _decided.MissedEmergencies;

    public IReadOnlyList<string> FalseEmergencies => _decided.FalseEmergencies;

    public IReadOnlyList<Figure> Figures =>
    [
        .. _opening.Figures, .. _attachment.Figures, .. _emergencies.Figures, .. _speech.Figures, .. _kinds.Figures, .. _fields.Figures, .. _places.Figures,
    ];

    public IEnumerable<Mistake> Mistakes =>
    [
        .. _opening.Mistakes, .. _attachment.Mistakes, .. _emergencies.Mistakes, .. _speech.Mistakes, .. _kinds.Mistakes, .. _fields.Mistakes, .. _places.Mistakes,
    ];

    public Decision? Of(GoldRow row) => _decided.Of(row);

    public override string ToString() =>
        $"opening P {Opening.Precision:0.000} R {Opening.Recall:0.000} F1 {Opening.F1:0.000} | attachment {Attachment:0.000}"
        + $" | emergencies missed {MissedEmergencies.Count}, false {FalseEmergencies.Count}"
        + $" | speaking P {Speaking.Precision:0.000} R {Speaking.Recall:0.000} F1 {Speaking.F1:0.000}"
        + $" | kinds {Kinds:0.000} | category {Category:0.000} | urgency {Urgency:0.000} | location {Location:0.000}";
}
