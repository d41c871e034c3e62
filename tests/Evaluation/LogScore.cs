using System.Text;
using System.Text.RegularExpressions;
using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation;

/// <summary>Decisions of a log beside its labels, by the rules of the worked example: opening, emergencies, speaking, places.</summary>
internal sealed partial class LogScore
{
    private readonly GoldLog _gold;
    private readonly ThreadScore _score;

    public LogScore(GoldLog gold, IEnumerable<Decision> decisions)
    {
        _gold = gold;
        _score = new ThreadScore(gold.Thread, decisions);
        Opening = _score.Opening;
        (MissedEmergencies, FalseEmergencies) = (_score.MissedEmergencies, _score.FalseEmergencies);
        Speaking = new SpeechDuties(gold, _score.Replies).Score();
        Location = ScoreLocation();
        Attachment = ScoreAttachment();
    }

    public Ratio Opening { get; }

    public Ratio Speaking { get; }

    /// <summary>Share of the places that are exactly right.</summary>
    public double Location { get; }

    /// <summary>Share of the messages that belong to a known matter and are found on its first ticket.</summary>
    public double Attachment { get; }

    public IReadOnlyList<string> MissedEmergencies { get; }

    public IReadOnlyList<string> FalseEmergencies { get; }

    public override string ToString() =>
        $"opening P {Opening.Precision:0.000} R {Opening.Recall:0.000} F1 {Opening.F1:0.000} | speaking P {Speaking.Precision:0.000} R {Speaking.Recall:0.000} F1 {Speaking.F1:0.000}"
        + $" | location {Location:0.000} | attachment {Attachment:0.000} | emergencies missed {MissedEmergencies.Count}, false {FalseEmergencies.Count}";

    private Decision? Of(GoldRow row) => _score.Of(row);

    private double ScoreLocation()
    {
        (int exact, int all) = (0, 0);
        foreach (GoldRow row in _gold.Rows.Where(row => row is { IsReport: true, AttachOptional: false, Location: not null }))
        {
            string? said = Normal(Of(row)?.Location);
            string?[] accepted = [Normal(row.Location), .. (row.LocationAlt ?? []).Select(Normal)];
            if (said is null && accepted.Contains(null))
            {
                continue;
            }

            all++;
            exact += accepted.Contains(said) ? 1 : 0;
        }

        return exact / (double)Math.Max(1, all);
    }

    private double ScoreAttachment()
    {
        GoldRow[] rows = [.. _gold.Rows.Where(row => row is { AttachTo: not null, AttachOptional: false } && _gold.IncidentOf.ContainsKey(row.Id))];
        Dictionary<string, string?> first = _gold.Incidents.ToDictionary(
            incident => incident.Opener, incident => incident.Rows.Select(Of).FirstOrDefault(said => said is { Opened: true })?.Ticket);
        int right = rows.Count(row => first[_gold.IncidentOf[row.Id]] is { } ticket && Of(row)?.Ticket == ticket);
        return right / (double)Math.Max(1, rows.Length);
    }

    private static string? Normal(string? place) => place is null ? null : White().Replace(place.Normalize(NormalizationForm.FormKC), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
