using Bot.Triage.Bursts;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Decides the messages that state no matter, trying one reading after the other: details, agreement, offers, follow-ups, questions, talk.</summary>
public sealed class TalkJudge(Scene scene, BurstTimes times)
{
    private static readonly TimeSpan Agreement = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Detail = TimeSpan.FromMinutes(30);
    private readonly Addressees _addressees = new(scene);
    private readonly AnswerJudge _answers = new(scene);
    private readonly OfferJudge _offers = new(scene);
    private readonly FollowUpJudge _followUps = new(scene);
    private readonly ContinuingJudge _continuing = new(scene);

    /// <param name="finding">The message.</param>
    /// <param name="siblings">What was already decided of the same burst.</param>
    public Verdict Decide(Finding finding, IReadOnlyList<Verdict> siblings) =>
        Drilled(finding) ?? Calling(finding) ?? _answers.Decide(finding) ?? OwnCase.Decide(finding) ?? _continuing.Decide(finding) ?? Detailed(finding, siblings) ?? Ordered(finding) ?? Agreeing(finding) ?? _offers.Decide(finding)
        ?? _followUps.Decide(finding, asks: Asking(finding) is not null) ?? Repeating(finding) ?? Asking(finding) ?? Uncertain(finding) ?? Talking(finding);

    /// <summary>A photo, a bare place or a few words right after the sender's own report.</summary>
    private Verdict? Detailed(Finding finding, IReadOnlyList<Verdict> siblings)
    {
        if (scene.AskedOwn(finding) is not { } own || siblings.Any(verdict => verdict.Matter is not null)
            || (scene.Linked(finding) is { } linked && linked != own.Incident))
        {
            return null;
        }

        TimeSpan since = finding.Message.Time - own.At;
        // Asked for the place, one says no more than that: "我家在3号楼2单元"
        bool asked = own.Incident.Place is null && finding.Topics == 0 && finding.Place is { Source: Locations.PlaceSource.Text } && !finding.Has(Cues.Asks);
        bool place = (asked || finding.Place is { IsBare: true } or { IsCorrection: true }) && since <= (own.Incident.AwaitsPlace ? Scene.AnswersPlace : Detail);
        bool picture = finding.Text.IsBarePicture && since <= times.Late;
        bool words = since <= times.Late && !own.Incident.IsAsked && !finding.Has(Cues.Fixed | Cues.NotFixed) && finding.Prediction[Kind.Issue] + finding.Prediction[Kind.Followup] + finding.Prediction[Kind.Emergency] > 0.5f;
        return place || picture || words
            ? new Verdict(finding, own.Incident.IsEmergency ? Kind.Emergency : Kind.Issue, Act.Join, 0.8, "补充自己刚说的事", Intent.Detail, Incident: own.Incident)
            : null;
    }

    /// <summary>A call for a human, about the sender's own matter if one was just told.</summary>
    private Verdict? Calling(Finding finding)
    {
        if (!finding.OnlyCalls)
        {
            return null;
        }

        Incident? incident = scene.Linked(finding)
            ?? (scene.LastOwn(finding.Message.Group, finding.Message.Sender) is { } own && finding.Message.Time - own.At <= Detail ? own.Incident : null);
        return Called(finding, incident);
    }

    internal static Verdict Called(Finding finding, Incident? incident) => new(
        finding, incident is null ? Kind.Question : Kind.Followup, Act.Call, 0.9, incident is null ? "要找人工" : $"要找人工，说的是{incident.Ticket}号",
        incident is null ? Intent.None : Intent.Urge, Incident: incident, Speaks: true);

    private static Verdict? Drilled(Finding finding) => finding.InDrill
        ? new Verdict(finding, finding.Has(Cues.Asks) ? Kind.Question : BestTalk(finding), Act.Drill, 0.9, "正在通知过的演练时间里", Speaks: finding.Has(Cues.Asks))
        : null;

    private static Verdict? Ordered(Finding finding) => finding.Text.NamesBot && finding.Has(Doubts.Orders)
        ? new Verdict(finding, Kind.Chat, Act.Named, 0.9, "想指挥机器人，不照做", Speaks: true) : null;

    private Verdict? Agreeing(Finding finding)
    {
        Incident? linked = scene.Linked(finding);
        bool brief = finding.Body.Length <= (finding.Report >= Thresholds.Reviews ? 30 : 16);
        bool agrees = finding.Has(Cues.MeToo) || finding.Prediction[Intent.MeToo] > 0.4f;
        bool answers = finding.Has(Cues.Fixed | Cues.NotFixed | Cues.Withdrawn | Cues.Again);
        if (linked is not null && finding.Body.Length > 0 && !answers && (agrees || finding.Report >= 0.3f))
        {
            return Joined(linked, "引用并附和");
        }

        if (!agrees || !brief || finding.Has(Doubts.Denied) || finding.Has(Cues.Asks) || finding.Prediction[Kind.Thanks] > 0.5f)
        {
            return null;
        }

        return scene.JustRaised(finding.Message.Group, finding.Message.Time, Agreement) is { } raised && !raised.Voices.Contains(finding.Message.Sender)
            ? Joined(raised, "附和刚才的事") : null;

        Verdict Joined(Incident incident, string why) => new(
            finding, incident.IsEmergency ? Kind.Emergency : Kind.Issue, Act.Join, 0.7, why, Intent.MeToo, Incident: incident);
    }

    /// <summary>Unsure by itself, but the place and the thing are those of a known matter.</summary>
    private Verdict? Repeating(Finding finding)
    {
        bool hinted = finding.Report >= 0.2f || finding.Place is { Source: Locations.PlaceSource.Text };
        if (!hinted || finding.Topics == 0 || finding.IsFragment || finding.Has(Doubts.Denied | Doubts.Over | Doubts.Vote | Doubts.Delivery | Doubts.Told))
        {
            return null;
        }

        (Incident? best, double score) = scene.Best(scene.Probe(finding), (probe, incident) => Matching.Report(scene.Reader.Links, probe, incident));
        return best is not null && score > (finding.Report >= Thresholds.Reviews ? 0.3 : 0.9)
            ? new Verdict(finding, best.IsEmergency ? Kind.Emergency : Kind.Issue, Act.Join, finding.Report, $"同一地点同一件事（{score:0.0}）", Intent.MeToo, Incident: best)
            : null;
    }

    private Verdict? Asking(Finding finding)
    {
        float likely = finding.Prediction[Kind.Question];
        bool ofNotice = finding.Has(Cues.Asks) && finding.Body.Length is > 2 and <= 20 && finding.Prediction[Kind.Chat] < 0.8f
            && scene.JustAnnounced(finding.Message.Group, finding.Message.Time);
        bool needed = likely >= 0.5f || (likely >= 0.3f && finding.Text.NamesBot) || (likely >= 0.35f && finding.Has(Cues.Asks)) || Addressees.AsksAround(finding);
        if (finding.Has(Cues.Greeting) || AnswersNeighbour(finding))
        {
            return null;
        }

        if (!ofNotice && !(needed && (likely >= finding.Report || finding.Has(Cues.Asks) || Addressees.AsksAround(finding))))
        {
            return null;
        }

        return _addressees.IsAmongNeighbours(finding, ofNotice)
            ? new Verdict(finding, Kind.Question, Act.Silence, likely, "邻居之间的问话", Intent.Neighbour)
            : new Verdict(finding, Kind.Question, Act.Ask, likely, $"提问（{likely:0.00}）", Speaks: true);
    }

    // "我去年是带出生证去搞的": what a neighbour says to a question just asked, itself none
    private bool AnswersNeighbour(Finding finding) => !finding.Has(Cues.Asks) && !finding.Text.NamesBot
        && scene.Memory.Lately(finding.Message.Group).Any(heard => heard.Asks && heard.Sender != finding.Message.Sender
            && heard.Time < finding.Message.Time && finding.Message.Time - heard.Time <= Agreement);

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
