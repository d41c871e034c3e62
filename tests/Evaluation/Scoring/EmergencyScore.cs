using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Whether danger to life was seen, and nothing else taken for it.</summary>
internal sealed class EmergencyScore(GoldThread gold, ThreadScore decided)
{
    public IEnumerable<Figure> Figures
    {
        get
        {
            GoldRow[] rows = [.. gold.Rows.Where(row => row.Kind == "emergency" && !row.AllowsUrgency("high"))];
            int needed = decided.Emergency.Found + decided.Emergency.Missed;
            return
            [
                new("emergency.recall", Figure.Share(decided.Emergency.Found, needed)), new("emergency.incidents", needed),
                new("emergency.row_recall", Figure.Share(rows.Count(decided.SaysEmergency), rows.Length)), new("emergency.false", decided.FalseEmergencies.Count),
            ];
        }
    }

    public IEnumerable<Mistake> Mistakes =>
        [.. Mistake.Of("missed_emergencies", Named(decided.MissedEmergencies)), .. Mistake.Of("false_emergencies", Named(decided.FalseEmergencies))];

    private IEnumerable<GoldRow> Named(IReadOnlyList<string> ids) => gold.Rows.Where(row => ids.Contains(row.Id));
}
