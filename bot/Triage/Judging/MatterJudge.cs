using Bot.Tickets;
using Bot.Triage.Bursts;
using Bot.Triage.Incidents;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Is a stated matter new, a duplicate, a detail or word of a known one?</summary>
public sealed class MatterJudge(Scene scene, BurstTimes times)
{
    private const double Sure = 1.5;

    // "+1", "同求", "我们楼也是"
    private const int Bare = 5;
    private static readonly TimeSpan Agreement = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PlaceLater = TimeSpan.FromMinutes(30);

    public IEnumerable<Verdict> Decide(Matter matter)
    {
        Finding opener = matter.Opener;
        (Incident? incident, string why, bool sure) = KnownMatter(matter);
        if (incident is not null)
        {
            return Joining(matter, incident, why, sure);
        }

        Kind kind = matter.Emergency is null ? Kind.Issue : Kind.Emergency;
        if (matter.Emergency is null && Leans(opener) && opener.Topics == 0)
        {
            Incident? raised = scene.JustRaised(opener.Message.Group, opener.Message.Time, Agreement);
            bool leansOnNothing = raised is null && matter.Parts.Count == 1 && opener.Has(Cues.MeToo) && opener.Body.Length <= Bare;
            if (leansOnNothing || (matter.Report < 0.8f && (raised is null || matter.Place is null)))
            {
                return All(matter, kind, Act.Review, "像是附和或补充，但没找到所说的事");
            }

            if (raised is not null && opener.Has(Cues.MeToo))
            {
                matter.Inherit(raised.Topic);
            }
        }

        return matter.Report >= Thresholds.Opens
            ? All(matter, kind, Act.Open, Reasons.Of(matter))
            : All(matter, kind, Act.Review, "拿不准：" + Reasons.Of(matter));
    }

    private (Incident? Incident, string Why, bool Sure) KnownMatter(Matter matter)
    {
        Finding opener = matter.Opener;
        if (scene.Linked(opener) is { } linked)
        {
            return (linked, "引用了这件事", true);
        }

        if (LateFragment(matter) is { } own)
        {
            return (own, "同一人刚说的事的补充", true);
        }

        if (RunningEmergency(matter) is { } running)
        {
            return (running, "正在发生的紧急情况", matter.Emergency is not null);
        }

        (Incident? best, double score) = scene.Best(scene.Probe(matter), (probe, incident) => Matching.Report(scene.Reader.Links, probe, incident));
        if (score > 0)
        {
            return (best, $"同一地点同一件事（{score:0.0}）", score >= Sure);
        }

        if (OwnAgain(matter) is { } again)
        {
            return (again, "自己反映过的事又出了问题", true);
        }

        return Agreed(matter) is { } raised ? (raised, "附和刚才的事", false) : (null, "", false);
    }

    /// <summary>What the sender adds within minutes of a report belongs to it, unless place or thing differ.</summary>
    private Incident? LateFragment(Matter matter)
    {
        Finding opener = matter.Opener;
        if (scene.AskedOwn(opener) is not { } own || opener.Has(Cues.Another) || own.Incident.IsAsked)
        {
            return null;
        }

        TimeSpan since = opener.Message.Time - own.At;
        bool otherThing = opener.Topics != 0 && (opener.Topics & own.Incident.Topics) == 0 && matter.Emergency is null;
        bool givesPlace = matter.Place is not null && own.Incident.Place is null && opener.Place is { Source: PlaceSource.Text };
        bool corrects = matter.Parts.Any(part => part.Place is { IsCorrection: true });
        if (since <= (own.Incident.AwaitsPlace ? Scene.AnswersPlace : PlaceLater) && (givesPlace || corrects) && !otherThing)
        {
            return own.Incident;
        }

        bool elsewhere = matter.Place is { } place && own.Incident.Place is { } known && !place.IsCompatibleWith(known);
        return since > times.Late || elsewhere || (otherThing && matter.Place is not null) ? null : own.Incident;
    }

    /// <summary>While an emergency goes on, an alarm without another place or danger of its own is about it.</summary>
    private Incident? RunningEmergency(Matter matter)
    {
        Finding opener = matter.Opener;
        if (scene.RunningEmergency(opener.Message.Group, opener.Message.Time) is not { } running)
        {
            return null;
        }

        Place? said = matter.Parts.Select(part => part.Place).OfType<PlaceReading>()
            .FirstOrDefault(reading => reading.Source == PlaceSource.Text)?.Place;
        bool elsewhere = said is not null && running.Place is { } known && !said.IsCompatibleWith(known) && running.Topic != "走失";
        bool sameDanger = matter.Emergency is { } sort
            && (running.Topic == EmergencyLabels.TopicOf(sort) || sort is EmergencySort.Other or EmergencySort.Medical || said is null);
        return !elsewhere && sameDanger ? running : null;
    }

    /// <summary>"又夹！": the sender's own matter, though neither place nor thing is named.</summary>
    private Incident? OwnAgain(Matter matter)
    {
        if (matter.Emergency is not null || !matter.Opener.Has(Cues.Again | Cues.NotFixed | Cues.Urge | Cues.Worse))
        {
            return null;
        }

        (Incident? best, double score) = scene.Best(scene.Probe(matter), (probe, incident) => Matching.FollowUp(scene.Reader.Links, probe, incident, byStaff: false));
        return score > 0 && best!.Reporters.Contains(matter.Opener.Message.Sender) ? best : null;
    }

    private static bool Leans(Finding finding) =>
        finding.Has(Cues.MeToo) || finding.Prediction[Intent.MeToo] + finding.Prediction[Intent.Detail] > 0.55f;

    private Incident? Agreed(Matter matter)
    {
        Finding opener = matter.Opener;
        if (matter.Emergency is not null || !Leans(opener)
            || scene.JustRaised(opener.Message.Group, opener.Message.Time, Agreement) is not { } raised)
        {
            return null;
        }

        bool sameThing = opener.Topics == 0 || (opener.Topics & raised.Topics) != 0 || opener.Body.StartsWith('+');
        bool samePlace = matter.Place is null || raised.Place is null || matter.Place.IsCompatibleWith(raised.Place)
            || (opener.Has(Cues.MeToo) && matter.Place.Building is not null && matter.Place.Building == raised.Place.Building);
        return sameThing && samePlace ? raised : null;
    }

    private IEnumerable<Verdict> Joining(Matter matter, Incident incident, string why, bool sure)
    {
        Finding opener = matter.Opener;
        bool becomesEmergency = matter.Emergency is not null && !incident.IsEmergency;
        bool late = scene.LastOwn(opener.Message.Group, opener.Message.Sender) is { } own
            && own.Incident == incident && opener.Message.Time - own.At <= PlaceLater
            && (opener.Message.Time - own.At <= times.Late || matter.Parts.Any(part => part.Place is not null));
        bool answers = incident.IsAsked && opener.Has(Cues.NotFixed | Cues.Again);
        bool again = (incident.Reporters.Contains(opener.Message.Sender) || answers) && !late && !becomesEmergency;
        if (again)
        {
            Intent intent = Intents.Of(opener, Intent.Urge);
            return matter.Parts.Select(part => part.OnlyCalls ? TalkJudge.Called(part, incident) : Verdict(part, Kind.Followup, Act.FollowUp, "又提起：" + why, intent,
                part == opener && Intents.WantsWords(intent)));
        }

        // What is only taken to be about an emergency is called one when it sounds like one
        bool sounds = sure || late || opener.Prediction[Kind.Emergency] >= 0.1f;
        Kind kind = matter.Emergency is not null || (incident.IsEmergency && sounds) ? Kind.Emergency : Kind.Issue;
        return matter.Parts.Select(part => part.OnlyCalls ? TalkJudge.Called(part, incident) : Verdict(part, kind, Act.Join, why, late ? Intent.Detail : Intent.None, part == opener && becomesEmergency));

        Verdict Verdict(Finding part, Kind kind, Act act, string reason, Intent intent, bool speaks) =>
            new(part, kind, act, matter.Report, reason, intent, matter, incident, speaks, scene.Linked(part) is not null);
    }

    private static IEnumerable<Verdict> All(Matter matter, Kind kind, Act act, string reason) =>
        matter.Parts.Select(part => new Verdict(part, kind, act, matter.Report, reason, Intent.Report, matter,
            Speaks: act == Act.Open && part == matter.Opener));
}
