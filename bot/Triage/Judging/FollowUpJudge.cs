using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Finds the known matter a resident speaks of, and what the words do to it.</summary>
public sealed class FollowUpJudge(Scene scene)
{
    private const double Named = 9;

    /// <param name="finding">The message.</param>
    /// <param name="asks">Whether it would be taken as a question otherwise; then an unknown matter is none.</param>
    public Verdict? Decide(Finding finding, bool asks)
    {
        float likely = finding.Prediction[Kind.Followup];
        Incident? linked = scene.Linked(finding) ?? scene.NamedThoughRejected(finding);
        if (finding.Body.Length == 0)
        {
            return null;
        }

        (Incident? best, double score) = linked is not null ? (linked, Named)
            : scene.Best(scene.Probe(finding), (probe, incident) => Matching.FollowUp(scene.Reader.Links, probe, incident, byStaff: false));
        if (linked is null && best is not null && asks && AsksOfAnother(finding, best)) { return null; }
        Intent intent = Intents.Of(finding, Intent.Update);
        if (best is null || score <= 0)
        {
            if (likely >= 0.5f && !asks && scene.RunningEmergency(finding.Message.Group, finding.Message.Time) is { } running)
            {
                return new Verdict(finding, Kind.Followup, Act.FollowUp, likely, $"正在发生的{running.Ticket}号", intent, Incident: running);
            }

            if (likely >= 0.5f && !asks && NamesFault(finding, intent: Intents.Of(finding, Intent.Update)))
            {
                return new Verdict(finding, Kind.Followup, Act.Review, likely, "说的是哪件事看不出来，也可能是新的事，请人看一眼", Intent.Update);
            }

            return likely >= 0.5f && !asks && !finding.Text.NamesBot ? new Verdict(finding, Kind.Followup, Act.Silence, likely, "说的是哪件事看不出来", intent) : null;
        }

        Kind kind = finding.Prediction[Kind.Thanks] > Math.Max(0.3f, 2 * likely) ? Kind.Thanks : Kind.Followup;
        return new Verdict(finding, kind, Act.FollowUp, likely, $"说的是{best.Ticket}号（{score:0.0}）", intent, Incident: best,
            Speaks: Intents.WantsWords(intent), Pointed: linked is not null);
    }

    // "灯不亮了" with no lamp reported yet
    private static bool NamesFault(Finding finding, Intent intent) =>
        finding.Topics != 0 && finding.Doubts == Doubts.None && !finding.Has(Cues.Fixed | Cues.Withdrawn | Cues.Greeting)
        && intent is not (Intent.Verified or Intent.Withdrawn or Intent.Progress);

    // "尊老金满多少岁能领？" while the lift is stuck: a clear question, clearly of another thing
    private static bool AsksOfAnother(Finding finding, Incident incident)
    {
        Prediction said = finding.Prediction;
        return said[Kind.Question] >= 0.9f && (finding.Topics & incident.Topics) == 0 && said.Topic is not Topics.Other
            && said.TopicScores[TopicWords.IndexOf(said.Topic)] >= 0.4f && said.TopicScores[TopicWords.IndexOf(incident.Topic)] < 0.05f;
    }
}
