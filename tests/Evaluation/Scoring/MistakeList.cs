using System.Text;
using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>What was handled otherwise than labelled, sort by sort, with the sentences.</summary>
internal sealed class MistakeList
{
    private static readonly (string Sort, string Title)[] Sections =
    [
        ("missed_emergencies", "Emergencies missed"), ("false_emergencies", "Emergencies false"), ("missed_incidents", "Matters missed"),
        ("opened_on_non_incident", "Tickets opened for nothing"), ("duplicates", "Tickets opened twice"), ("bad_attach", "Wrong attachments"),
        ("attached_unrelated", "Attached to what it does not belong to"), ("spoke_wrongly", "Needless replies"), ("silent_wrongly", "Missing replies"),
        ("bad_location", "Wrong places"), ("false_location", "Places invented"), ("bad_category", "Wrong categories"), ("bad_urgency", "Wrong urgencies"),
    ];

    private readonly List<(string Log, LogScore Score, Mistake Mistake)> _all = [];

    public void Add(string log, LogScore score) => _all.AddRange(score.Mistakes.Select(mistake => (log, score, mistake)));

    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((string sort, string title) in Sections)
        {
            Write(text, title, _all.Where(one => one.Mistake.Sort == sort));
        }
        IEnumerable<IGrouping<string, (string Log, LogScore Score, Mistake Mistake)>> kinds = _all.Where(one => one.Mistake.Sort == "bad_kind")
            .GroupBy(one => $"{one.Mistake.Row.Kind} taken for {one.Score.Of(one.Mistake.Row)?.Kind ?? "nothing"}").OrderByDescending(pair => pair.Count());
        foreach (IGrouping<string, (string Log, LogScore Score, Mistake Mistake)> pair in kinds)
        {
            Write(text, "Kinds: " + pair.Key, pair);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, string title, IEnumerable<(string Log, LogScore Score, Mistake Mistake)> mistakes)
    {
        text.Append($"\n## {title}: {mistakes.Count()}\n");
        foreach ((string log, LogScore score, Mistake mistake) in mistakes)
        {
            text.Append($"- {log} {mistake.Row.Id} {mistake.Row.Sender}: {mistake.Row.Text.ReplaceLineEndings(" ")}\n  {Beside(mistake, score.Of(mistake.Row), score.Gold)}\n");
        }
    }

    private static string Beside(Mistake mistake, Decision? said, GoldThread gold) => mistake.Sort switch
    {
        "bad_location" or "false_location" => $"{mistake.Row.Location ?? "nowhere"} | {said?.Location ?? "nowhere"}",
        "bad_category" => $"{mistake.Row.Category} | {said?.Category ?? "none"}",
        "bad_urgency" => $"{mistake.Row.Urgency} | {said?.Urgency ?? "none"}",
        "bad_attach" => $"{mistake.Row.AttachTo} {gold.Rows.First(row => row.Id == mistake.Row.AttachTo).Text.ReplaceLineEndings(" ")} | {Of(said)}",
        _ => $"{mistake.Row.Kind} | {Of(said)}",
    };

    private static string Of(Decision? said) => said is null ? "nothing decided"
        : $"{said.Kind} {said.Confidence:0.00}, ticket {said.Ticket ?? "none"}{(said.Opened ? " opened" : "")}, {(said.Reply is null ? "silent" : "replied")}: {said.Reason}";
}
