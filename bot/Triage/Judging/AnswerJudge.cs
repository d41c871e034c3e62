using Bot.Tickets;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>"满意" to the thanks, "好了一半" to the request to confirm: of the ticket named, or of the sender's own that was asked about.</summary>
internal sealed class AnswerJudge(Scene scene)
{
    private static readonly TimeSpan Rating = TimeSpan.FromDays(1);

    /// <summary>Null where no such word is waited for.</summary>
    public Verdict? Decide(Finding finding)
    {
        if (finding.Emergency is not null || OneWord.Read(finding.Body) is not { } word) { return null; }
        bool rates = word != FollowUp.HalfDone;
        Incident? linked = scene.Linked(finding);
        Incident? incident = linked ?? Own(finding, rates);
        return incident is null || (!rates && !incident.IsAsked) ? null : new Verdict(
            finding, Kind.Followup, Act.FollowUp, 0.9, $"一个词回{incident.Ticket}号", rates ? Intent.Update : Intent.NotFixed,
            Incident: incident, Speaks: !rates, Pointed: linked is not null);
    }

    private Incident? Own(Finding finding, bool rates) =>
        scene.LastOwn(finding.Message.Group, finding.Message.Sender) is { Incident: { } own }
            && (own.IsAsked || (rates && finding.Message.Time - own.RatingAskedAt <= Rating)) ? own : null;
}
