namespace Bot.Triage.Learning.Regression;

/// <summary>One matter of a labelled conversation: the message that should open its ticket and all that is attached to it.</summary>
/// <param name="Opener">Id of the message that should open the ticket.</param>
public sealed record GoldIncident(string Opener, IReadOnlyList<GoldRow> Rows)
{
    public bool OpenOptional => Rows.First(row => row.Id == Opener).OpenOptional;

    public bool IsEmergency => Rows.Any(row => row.Kind == "emergency");

    /// <summary>An emergency that may be taken for a serious matter all the same.</summary>
    public bool EmergencyOptional => Rows.Where(row => row.Kind == "emergency").All(row => row.AllowsUrgency("high") && row.AllowsKind("issue"));
}
