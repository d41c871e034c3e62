namespace Bot.Triage.Learning.Regression;

/// <summary>One thing an engine must keep doing right: a matter (opened once, its emergency seen) or a message to leave alone.</summary>
/// <param name="Key">The same for every engine.</param>
/// <param name="Sentence">The words it is about.</param>
/// <param name="Wrong">What the engine does wrong, for people; null when it is right.</param>
/// <param name="FalseAlarm">Takes for an emergency what is none.</param>
public sealed record RegressionCase(string Key, string Sentence, string? Wrong, bool FalseAlarm = false)
{
    public bool IsRight => Wrong is null;

    /// <summary>The cases of a conversation as the decisions have them.</summary>
    public static IEnumerable<RegressionCase> Of(string log, GoldThread gold, ThreadScore score)
    {
        foreach (GoldIncident incident in gold.Incidents.Where(incident => !incident.OpenOptional))
        {
            GoldRow opener = incident.Rows.First(row => row.Id == incident.Opener);
            yield return new RegressionCase($"{log}/{opener.Thread}/{opener.Id}", opener.Text, Judge(incident, score));
        }
        HashSet<string> falseAlarms = [.. score.FalseEmergencies];
        foreach (GoldRow row in gold.Rows.Where(row => IsQuiet(gold, row)))
        {
            yield return new RegressionCase($"{log}/{row.Thread}/{row.Id}", row.Text, Judge(row, score), falseAlarms.Contains(row.Id));
        }
    }

    private static bool IsQuiet(GoldThread gold, GoldRow row) => !gold.IncidentOf.ContainsKey(row.Id) && row.AttachTo is null
        && row is { ShouldTicket: false, ShouldReply: false, OpenOptional: false, ReplyOptional: false, ReplyGroup: null };

    private static string? Judge(GoldIncident incident, ThreadScore score) => score.Openers(incident).Length switch
    {
        0 => "没有立件",
        > 1 => "重复立了件",
        _ => score.FindsEmergency(incident) ? null : "没看出是紧急情况",
    };

    private static string? Judge(GoldRow row, ThreadScore score) =>
        score.Of(row) is { Opened: true } ? "不该立件却立了件"
        : score.SaysEmergency(row) && score.FalseEmergencies.Contains(row.Id) ? "不是紧急情况却当成紧急"
        : score.Replies(row) ? "该安静却说了话" : null;
}
