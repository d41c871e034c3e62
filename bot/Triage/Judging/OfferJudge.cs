using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Tells taking up a need somebody posted (answered) from help offered at large (silence).</summary>
public sealed class OfferJudge(Scene scene)
{
    private const float Offers = 0.4f;
    private static readonly TimeSpan Need = TimeSpan.FromHours(24);
    private static readonly TimeSpan AnyMatter = TimeSpan.FromMinutes(30);

    public Verdict? Decide(Finding finding)
    {
        float likely = finding.Prediction[Kind.Offer];
        bool claimWords = finding.Has(Cues.Claim);
        bool offers = likely >= Offers || (claimWords && (likely >= 0.15f || scene.JustNeeded(finding) is not null));
        if (!offers || (finding.Report >= Thresholds.States && !claimWords))
        {
            return null;
        }

        bool claims = finding.Prediction[Intent.Claim] >= finding.Prediction[Intent.Volunteer];
        Incident? need = LastNeed(finding, claimWords && claims ? AnyMatter : TimeSpan.Zero);
        if (need is not null && (claims || claimWords || scene.JustNeeded(finding) == need))
        {
            return new Verdict(finding, Kind.Offer, Act.Claim, likely, "接下群里刚提的需要", Intent.Claim, Incident: need, Speaks: true);
        }

        return likely >= Offers ? new Verdict(finding, Kind.Offer, Act.Silence, likely, "主动提供帮助", Intent.Volunteer) : null;
    }

    /// <param name="finding">The offer.</param>
    /// <param name="reach">How long ago a matter that is no need may have been raised.</param>
    private Incident? LastNeed(Finding finding, TimeSpan reach)
    {
        foreach (Utterance heard in scene.Memory.Lately(finding.Message.Group))
        {
            TimeSpan age = finding.Message.Time - heard.Time;
            if (age > Need)
            {
                return null;
            }

            if (heard.Ticket is { } ticket && scene.Incidents.Find(ticket) is { Topic: not "走失" } incident
                && (incident.IsNeed || age <= reach) && !incident.Reporters.Contains(finding.Message.Sender))
            {
                return incident;
            }
        }

        return null;
    }
}
