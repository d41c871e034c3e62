using Bot.Triage.Bursts;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Is a stated matter new, a duplicate, a detail or word of a known one?</summary>
public sealed class MatterJudge(Scene scene, BurstTimes times)
{
    public IEnumerable<Verdict> Decide(Matter matter)
    {
        Finding opener = matter.Opener;
        (Incident? incident, string why) = KnownMatter(matter);
        if (incident is not null)
        {
            return Joining(matter, incident, why);
        }

        Kind kind = matter.Emergency is null ? Kind.Issue : Kind.Emergency;
        if (matter.Emergency is null && Leans(opener) && opener.Topics == 0)
        {
            return All(matter, kind, Act.Review, "像是附和或补充，但没找到所说的事");
        }

        return matter.Report >= Thresholds.Opens
            ? All(matter, kind, Act.Open, Reasons.Of(matter))
            : All(matter, kind, Act.Review, "拿不准：" + Reasons.Of(matter));
    }

    private (Incident?, string) KnownMatter(Matter matter)
    {
        Finding opener = matter.Opener;
        if (scene.Linked(opener) is { } linked)
        {
            return (linked, "引用了这件事");
        }

        if (IsLateFragment(matter) is { } own)
        {
            return (own, "同一人刚说的事的补充");
        }

        (Incident? best, double score) = scene.Best(scene.Probe(matter), (probe, incident) => Matching.Report(probe, incident));
        if (score >= Matching.SameMatter)
        {
            return (best, $"同一地点同一件事（{score:0.0}）");
        }

        if (matter.Emergency is null && Leans(opener) && Agrees(matter)
            && scene.JustRaised(opener.Message.Group, opener.Message.Time, TimeSpan.FromMinutes(15)) is { } raised)
        {
            return (raised, "附和刚才的事");
        }

        return (null, "");
    }

    /// <summary>What the sender adds within minutes of a report belongs to it, unless place or thing differ.</summary>
    private Incident? IsLateFragment(Matter matter)
    {
        Finding opener = matter.Opener;
        if (scene.LastOwn(opener.Message.Group, opener.Message.Sender) is not { } own || opener.Message.Time - own.At > times.Late
            || opener.Has(Cues.Another))
        {
            return null;
        }

        bool elsewhere = matter.Place is { } place && own.Incident.Place is { } known && !place.IsCompatibleWith(known)
            && matter.Parts.All(part => part.Place is not { IsCorrection: true });
        bool otherThing = opener.Topics != 0 && (opener.Topics & own.Incident.Topics) == 0 && matter.Emergency is null;
        return elsewhere || (otherThing && matter.Place is not null) ? null : own.Incident;
    }

    private static bool Leans(Finding finding) =>
        finding.Has(Cues.MeToo) || finding.Prediction[Intent.MeToo] + finding.Prediction[Intent.Detail] > 0.55f;

    private bool Agrees(Matter matter)
    {
        Incident? raised = scene.JustRaised(matter.Opener.Message.Group, matter.Opener.Message.Time, TimeSpan.FromMinutes(15));
        return raised is not null
            && (matter.Opener.Topics == 0 || (matter.Opener.Topics & raised.Topics) != 0)
            && (matter.Place is null || raised.Place is null || matter.Place.IsCompatibleWith(raised.Place));
    }

    private IEnumerable<Verdict> Joining(Matter matter, Incident incident, string why)
    {
        Finding opener = matter.Opener;
        bool becomesEmergency = matter.Emergency is not null && !incident.IsEmergency;
        bool late = scene.LastOwn(opener.Message.Group, opener.Message.Sender) is { } own
            && own.Incident == incident && opener.Message.Time - own.At <= times.Late;
        bool again = incident.Reporters.Contains(opener.Message.Sender) && !late && !becomesEmergency;
        if (again)
        {
            Intent intent = Intents.Of(opener, Intent.Urge);
            return matter.Parts.Select(part => Verdict(part, Kind.Followup, Act.FollowUp, "又提起：" + why, intent,
                part == opener && Intents.WantsWords(intent)));
        }

        Kind kind = incident.IsEmergency || matter.Emergency is not null ? Kind.Emergency : Kind.Issue;
        return matter.Parts.Select(part => Verdict(part, kind, Act.Join, why, Intent.None, part == opener && becomesEmergency));

        Verdict Verdict(Finding part, Kind kind, Act act, string reason, Intent intent, bool speaks) =>
            new(part, kind, act, matter.Report, reason, intent, matter, incident, speaks);
    }

    private static IEnumerable<Verdict> All(Matter matter, Kind kind, Act act, string reason) =>
        matter.Parts.Select(part => new Verdict(part, kind, act, matter.Report, reason, Intent.Report, matter,
            Speaks: act == Act.Open && part == matter.Opener));
}
