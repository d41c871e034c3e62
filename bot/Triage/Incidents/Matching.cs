using Bot.Triage.Locations;

namespace Bot.Triage.Incidents;

/// <summary>What is compared with a known matter.</summary>
/// <param name="Place">The place the message speaks of; null when it names none.</param>
/// <param name="Home">Where the sender lives, when the nickname tells.</param>
/// <param name="HasTopic">Whether the topic is named by words and not only guessed.</param>
public readonly record struct Probe(
    string Group, string? Compound, string Sender, DateTimeOffset Time, Place? Place, Place? Home, string Topic, UInt128 Topics,
    bool HasTopic, HashSet<int> Bigrams, bool IsEmergency);

/// <summary>Scores whether a message speaks of a known matter: place, topic, wording, time, people.</summary>
public static class Matching
{
    /// <summary>From here on two reports are one matter.</summary>
    public const double SameMatter = 2.4;

    /// <summary>From here on a follow-up of one who reported it belongs to the matter; others need <see cref="Stranger"/> more.</summary>
    public const double SpokenOf = 1.5;

    public const double Stranger = 0.8;

    // One cause is felt in many flats of a building
    private static readonly UInt128 Felt = Bits("漏水", "停水", "水质", "停电", "燃气", "暖气", "电梯", "噪声", "火情", "异味", "污水", "虫害", "水管", "被困", "急病", "暴力", "油烟");

    public static double Report(in Probe probe, Incident incident)
    {
        double? place = PlaceScore(probe, incident, soft: (probe.Topics & incident.Topics & Felt) != 0);
        if (place is null || !SameScope(probe, incident))
        {
            return double.NegativeInfinity;
        }

        double hours = (probe.Time - incident.LastHeardAt).TotalHours;
        double score = place.Value + TopicScore(probe, incident) + (2.5 * Words.Overlap(probe.Bigrams, incident.Bigrams));
        score += incident.IsEmergency
            ? hours <= 0.35 ? 1.6 : hours <= 1 ? 0.8 : hours <= 3 ? -0.5 : -4
            : hours <= 0.2 ? 1.0 : hours <= 1 ? 0.6 : hours <= 6 ? 0.2 : hours <= 24 ? 0 : hours <= 24 * 7 ? -0.4 : -1.0;
        score += incident.Reporters.Contains(probe.Sender) ? 0.9 : incident.Voices.Contains(probe.Sender) ? 0.5 : 0;
        bool vague = probe.Place is null && incident.Place is not null && place.Value <= 0 && hours > 1 && !incident.Reporters.Contains(probe.Sender);
        return vague ? score - 0.9 : score;
    }

    public static double FollowUp(in Probe probe, Incident incident, bool byStaff)
    {
        // "滑梯先拉线围住": another word for the spot is no other place
        bool vague = probe.Place is { Building: null } && probe.Group == incident.Group;
        double? place = PlaceScore(probe, incident, soft: true) ?? (vague ? -0.2 : null);
        if (place is null || !SameScope(probe, incident))
        {
            return double.NegativeInfinity;
        }

        bool own = incident.Reporters.Contains(probe.Sender);
        double age = (probe.Time - incident.LastHeardAt).TotalHours;
        double score = place.Value + Math.Max(-0.6, TopicScore(probe, incident)) + Math.Min(1.6, 0.5 * Words.Shared(probe.Bigrams, incident.Bigrams));
        score += own ? 1.8 : incident.Voices.Contains(probe.Sender) ? 0.9 : 0;
        score += probe.Group == incident.Group ? 0.4 : 0;
        score += incident.IsAsked ? 0.8 : 0;
        score += age <= 0.25 ? 1.0 : age <= 1 ? 0.8 : age <= 6 ? 0.5 : age <= 24 ? 0.3 : age <= 72 ? 0 : age <= 14 * 24 ? -0.5 : -3;
        return score + (byStaff || own ? 0 : -Stranger);
    }

    private static bool SameScope(in Probe probe, Incident incident) =>
        probe.Group == incident.Group
        || (probe.Compound is not null && probe.Compound == incident.Compound);

    private static double? PlaceScore(in Probe probe, Incident incident, bool soft)
    {
        if (incident.Place is not { } known)
        {
            return probe.Group == incident.Group ? 0 : -0.8;
        }

        if (probe.Place is not { } place)
        {
            return (probe.Group == incident.Group ? 0 : -0.8) + (probe.Home is { } home ? HomeScore(home, known) : 0);
        }

        // A lost person or a fleeing one does not stay where the first report was
        if (place.IsCompatibleWith(known) || incident.Topic == "走失")
        {
            return (place.Building is not null && known.Building is not null ? 1.4 : 0.3)
                + (place.Unit is not null && place.Unit == known.Unit ? 0.5 : 0)
                + (place.Room is not null && place.Room == known.Room ? 1.2 : 0)
                + (place.Facility is not null && place.Facility == known.Facility ? 1.2 : 0)
                + (place.Building is null && probe.Home is { } own ? Math.Max(0, HomeScore(own, known)) : 0);
        }

        bool sameStairs = place.Building is not null && place.Building == known.Building
            && (place.Unit is null || known.Unit is null || place.Unit == known.Unit);
        return soft && sameStairs ? 0.8 : null;
    }

    private static double HomeScore(Place home, Place known) =>
        home.Building is null || known.Building is null ? 0
        : home.Building != known.Building ? -0.4
        : home.Unit is null || known.Unit is null ? 0.7 : home.Unit == known.Unit ? 1.1 : 0.1;

    private static double TopicScore(in Probe probe, Incident incident)
    {
        if (probe.Topic == incident.Topic)
        {
            return probe.HasTopic ? 1.8 : 1.0;
        }

        if ((probe.Topics & incident.Topics) != 0)
        {
            return probe.HasTopic ? 1.2 : 0.4;
        }

        return probe.HasTopic ? -1.6 : -0.6;
    }

    private static UInt128 Bits(params string[] topics) =>
        topics.Aggregate(UInt128.Zero, (bits, topic) => bits | Reading.TopicWords.Bit(topic));
}
