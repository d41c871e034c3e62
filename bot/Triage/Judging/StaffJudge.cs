using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Words of staff open nothing and move nothing: they are announcements, or progress on a ticket.</summary>
public sealed class StaffJudge(Scene scene)
{
    public Verdict Decide(Finding finding)
    {
        float notice = finding.Prediction[Kind.Notice];
        if (finding.Has(Cues.Announcement))
        {
            return new Verdict(finding, Kind.Notice, Act.Silence, notice, "通知公告");
        }

        Incident? linked = scene.Linked(finding);
        (Incident? best, double score) = linked is not null ? (linked, 9)
            : scene.Best(scene.Probe(finding), (probe, incident) => Matching.FollowUp(scene.Reader.Links, probe, incident, byStaff: true));
        if (best is not null && score > 0)
        {
            return new Verdict(finding, Kind.Followup, Act.FollowUp, finding.Prediction[Kind.Followup], $"工作人员说的是{best.Ticket}号（{score:0.0}）", Intent.Progress, Incident: best);
        }

        Kind[] kinds = [Kind.Notice, Kind.Followup, Kind.Chat, Kind.Thanks, Kind.Offer];
        Kind kind = kinds.MaxBy(candidate => finding.Prediction[candidate]);
        return new Verdict(finding, kind, Act.Silence, finding.Prediction[kind], "工作人员的话，没有对应的工单");
    }
}
