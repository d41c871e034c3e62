using Bot.Triage.Bursts;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Decides the messages that state no matter: follow-ups, questions, offers, details, agreement, talk.</summary>
public sealed class TalkJudge(Scene scene, BurstTimes times)
{
    private static readonly TimeSpan Agreement = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Need = TimeSpan.FromHours(24);
    private static readonly TimeSpan Detail = TimeSpan.FromMinutes(30);

    /// <param name="finding">The message.</param>
    /// <param name="siblings">What was already decided of the same burst.</param>
    public Verdict Decide(Finding finding, IReadOnlyList<Verdict> siblings) =>
        Detailed(finding, siblings) ?? Agreeing(finding) ?? Offering(finding) ?? Following(finding)
        ?? Asking(finding) ?? Uncertain(finding) ?? Talking(finding);

    /// <summary>A photo, a bare place or a few words right after the sender's own report.</summary>
    private Verdict? Detailed(Finding finding, IReadOnlyList<Verdict> siblings)
    {
        if (scene.LastOwn(finding.Message.Group, finding.Message.Sender) is not { } own || siblings.Any(verdict => verdict.Matter is not null))
        {
            return null;
        }

        TimeSpan since = finding.Message.Time - own.At;
        bool place = finding.Place is { IsBare: true } or { IsCorrection: true } && since <= Detail;
        bool picture = finding.Text.IsBarePicture && since <= times.Late;
        bool words = since <= times.Late && !finding.Has(Cues.Fixed) && finding.Prediction[Kind.Issue] + finding.Prediction[Kind.Followup] + finding.Prediction[Kind.Emergency] > 0.5f;
        return place || picture || words
            ? new Verdict(finding, own.Incident.IsEmergency ? Kind.Emergency : Kind.Issue, Act.Join, 0.8, "补充自己刚说的事", Intent.Detail, Incident: own.Incident)
            : null;
    }

    private Verdict? Agreeing(Finding finding)
    {
        Incident? linked = scene.Linked(finding);
        bool short_ = finding.Body.Length <= 16;
        bool agrees = finding.Has(Cues.MeToo) || finding.Prediction[Intent.MeToo] > 0.4f;
        if (linked is not null && finding.Body.Length > 0 && (agrees || finding.Report >= 0.3f))
        {
            return Joined(linked, "引用并附和");
        }

        if (!agrees || !short_ || finding.Has(Cues.Asks) || finding.Prediction[Kind.Thanks] > 0.5f)
        {
            return null;
        }

        return scene.JustRaised(finding.Message.Group, finding.Message.Time, Agreement) is { } raised && !raised.Voices.Contains(finding.Message.Sender)
            ? Joined(raised, "附和刚才的事") : null;

        Verdict Joined(Incident incident, string why) => new(
            finding, incident.IsEmergency ? Kind.Emergency : Kind.Issue, Act.Join, 0.7, why, Intent.MeToo, Incident: incident);
    }

    private Verdict? Offering(Finding finding)
    {
        bool claims = finding.Prediction[Kind.Offer] >= 0.4f || (finding.Has(Cues.Claim) && finding.Prediction[Kind.Offer] >= 0.15f);
        if (!claims || finding.Report >= 0.5f)
        {
            return null;
        }

        Incident? need = scene.Memory.Lately(finding.Message.Group)
            .Where(heard => finding.Message.Time - heard.Time <= Need)
            .Select(heard => heard.Ticket is { } ticket ? scene.Incidents.Find(ticket) : null)
            .FirstOrDefault(incident => incident is { IsNeed: true, IsOver: false } && !incident.Reporters.Contains(finding.Message.Sender));
        bool takesUp = need is not null && (finding.Has(Cues.Claim) || finding.Prediction[Intent.Claim] >= finding.Prediction[Intent.Volunteer]);
        return takesUp
            ? new Verdict(finding, Kind.Offer, Act.Claim, finding.Prediction[Kind.Offer], "接下群里刚提的需要", Intent.Claim, Incident: need, Speaks: true)
            : finding.Prediction[Kind.Offer] >= 0.4f
                ? new Verdict(finding, Kind.Offer, Act.Silence, finding.Prediction[Kind.Offer], "主动提供帮助", Intent.Volunteer)
                : null;
    }

    private Verdict? Following(Finding finding)
    {
        float likely = finding.Prediction[Kind.Followup];
        Incident? linked = scene.Linked(finding);
        bool thanksForRepair = finding.Has(Cues.Fixed | Cues.Withdrawn) && finding.Prediction[Kind.Ad] < 0.5f;
        if (finding.Body.Length == 0 || (likely < 0.35f && linked is null && !thanksForRepair))
        {
            return null;
        }

        (Incident? best, double score) = linked is not null ? (linked, 9)
            : scene.Best(scene.Probe(finding), (probe, incident) => Matching.FollowUp(probe, incident, byStaff: false));
        if (best is null || score < Needed(finding, likely))
        {
            return likely >= 0.5f ? new Verdict(finding, Kind.Followup, Act.Silence, likely, "说的是哪件事看不出来", Intents.Of(finding, Intent.Update)) : null;
        }

        Intent intent = Intents.Of(finding, Intent.Update);
        return new Verdict(finding, Kind.Followup, Act.FollowUp, likely, $"说的是{best.Ticket}号（{score:0.0}）", intent, Incident: best, Speaks: Intents.WantsWords(intent));
    }

    // The less a message looks like a follow-up, the surer the match must be
    private static double Needed(Finding finding, float likely) =>
        Matching.SpokenOf + (likely >= 0.6f ? 0 : 0.5) + (finding.Prediction[Kind.Chat] >= 0.5f ? 0.6 : 0);

    private static Verdict? Asking(Finding finding)
    {
        float likely = finding.Prediction[Kind.Question];
        bool needed = likely >= 0.5f || (likely >= 0.3f && finding.Text.NamesBot) || (likely >= 0.35f && finding.Has(Cues.Asks));
        return needed && likely >= finding.Report
            ? new Verdict(finding, Kind.Question, Act.Ask, likely, $"提问（{likely:0.00}）", Speaks: true)
            : null;
    }

    private static Verdict? Uncertain(Finding finding) =>
        finding.Report >= Thresholds.Reviews && !finding.IsFragment
            ? new Verdict(finding, BestTalk(finding), Act.Review, finding.Report, $"可能是诉求（{finding.Report:0.00}），请人看一眼")
            : null;

    private static Verdict Talking(Finding finding)
    {
        Kind kind = BestTalk(finding);
        bool named = finding.Text.NamesBot && kind is not (Kind.Thanks or Kind.Ad or Kind.Notice);
        return new Verdict(finding, kind, named ? Act.Named : Act.Silence, finding.Prediction[kind], named ? "点名叫机器人" : "不需要处理", Speaks: named);
    }

    private static Kind BestTalk(Finding finding)
    {
        if (finding.Body.Length == 0)
        {
            return Kind.Chat;
        }

        Kind[] kinds = [Kind.Chat, Kind.Thanks, Kind.Ad, Kind.Notice, Kind.Offer, Kind.Question, Kind.Followup];
        return kinds.MaxBy(kind => finding.Prediction[kind]);
    }
}
