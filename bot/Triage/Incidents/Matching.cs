using Bot.Triage.Classifier;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Incidents;

/// <summary>What is compared with a known matter.</summary>
/// <param name="Place">The place the message speaks of; null when it names none.</param>
/// <param name="Home">Where the sender lives, when the nickname tells.</param>
/// <param name="HasTopic">Whether the topic is named by words and not only guessed.</param>
public readonly record struct Probe(
    string Group, string? Compound, string Sender, DateTimeOffset Time, Place? Place, Place? Home, string Topic, UInt128 Topics,
    bool HasTopic, HashSet<int> Bigrams, bool IsEmergency)
{
    /// <summary>How likely each of <see cref="Topics.All"/> is.</summary>
    public float[]? TopicScores { get; init; }

    /// <summary>The message, or the one that states the matter.</summary>
    public Finding? Said { get; init; }

    /// <summary>The ticket the sender spoke of last, and how long ago.</summary>
    public int? LastOwn { get; init; }

    public TimeSpan SinceOwn { get; init; }

    /// <summary>The tickets the group spoke of within the last hours, latest first.</summary>
    public List<int>? Raised { get; init; }
}

/// <summary>Scores whether a message speaks of a known matter: place, topic, wording, time, people. Above 0 it likely does.</summary>
public static class Matching
{
    private static readonly TimeSpan Search = TimeSpan.FromHours(6);

    // The group was asked to confirm and the logs the weights are learned from know no worker's act
    private const float Asked = 1;

    // The same thing at the very same place is the same matter, however long it is open
    private const double Again = 0.5;

    /// <summary>Of a stated matter: whether it is the known one.</summary>
    internal static double Report(LinkModel links, in Probe probe, Incident incident)
    {
        if (!SameScope(probe, incident) || IsElsewhere(probe, incident) || IsAnotherThing(probe, incident))
        {
            return double.NegativeInfinity;
        }

        Span<float> signals = stackalloc float[LinkSignals.Count];
        LinkSignals.Fill(probe, incident, signals);
        double score = links.Report(signals) - Age(probe, incident) - Unlike(probe, incident);
        return IsAgain(probe, incident) ? Math.Max(score, Again) : score;
    }

    /// <summary>Of other words: whether they speak of the known matter.</summary>
    internal static double FollowUp(LinkModel links, in Probe probe, Incident incident, bool byStaff)
    {
        if (!SameScope(probe, incident))
        {
            return double.NegativeInfinity;
        }

        Span<float> signals = stackalloc float[LinkSignals.Count];
        LinkSignals.Fill(probe, incident, signals);
        return (byStaff ? links.Staff(signals) : links.Talk(signals) + (incident.IsAsked ? Asked : 0)) - Age(probe, incident);
    }

    /// <summary>A matter of the same group; or told in another one of the compound, if thing, place or person is the same; or someone looked for everywhere.</summary>
    internal static bool SameScope(in Probe probe, Incident incident) =>
        probe.Group == incident.Group
        || (probe.Compound is not null && probe.Compound == incident.Compound
            && ((probe.Topics & incident.Topics) != 0 || SharesSpot(probe.Place, incident.Place) || incident.Voices.Contains(probe.Sender)))
        || (probe.IsEmergency && incident.IsEmergency && (probe.Topics & incident.Topics & IncidentKeys.MissingPerson) != 0
            && probe.Time - incident.LastHeardAt <= Search);

    private static bool SharesSpot(Place? place, Place? known) =>
        place is not null && known is not null
        && ((place.Facility is not null && place.Facility == known.Facility)
            || (place.Building is { } building && known.Building is { } other && BuildingSpan.Of(building).Meets(BuildingSpan.Of(other))));

    // The logs are too short to teach it: what nobody spoke of for long is less and less what is meant
    private static double Age(in Probe probe, Incident incident)
    {
        double days = (probe.Time - incident.LastHeardAt).TotalDays;
        double age = days <= 3 ? 0 : days <= 7 ? 0.4 : days <= 14 ? 0.8 : days <= 90 ? 1.6 : 3;
        return incident.Reporters.Contains(probe.Sender) ? age / 2 : age;
    }

    private static bool IsAgain(in Probe probe, Incident incident) =>
        probe.HasTopic && probe.Topic == incident.Topic && probe.Place is { } place && incident.Place is { } known
        && (place.Building, place.Unit, place.Floor, place.Room, place.Facility) == (known.Building, known.Unit, known.Floor, known.Room, known.Facility)
        && (place.Building ?? place.Facility) is not null && !place.IsInAnotherCompoundThan(known);

    // The lamp between 5号楼 and 6号楼 is not the lift of 6号楼
    private static bool IsAnotherThing(in Probe probe, Incident incident) =>
        probe.Place?.Building is { } building && incident.Place?.Building is { } known && building != known
        && probe.HasTopic && !probe.IsEmergency && !incident.IsEmergency && (probe.Topics & incident.Topics) == 0
        && !TopicFamilies.Share(probe.Topic, incident.Topic) && !incident.Voices.Contains(probe.Sender);

    // Two things named by their words, of no common sort and told in other words, are seldom one matter
    private static double Unlike(in Probe probe, Incident incident)
    {
        bool apart = probe.HasTopic && !probe.IsEmergency && (probe.Topics & incident.Topics) == 0
            && !TopicFamilies.Share(probe.Topic, incident.Topic) && Words.Shared(probe.Bigrams, incident.Bigrams) == 0;
        return !apart ? 0 : probe.Said is { } said && (said.Has(Cues.Another) || said.Place is { Source: PlaceSource.Text }) ? 1.2 : 0.7;
    }

    // Another building with the same trouble is another matter, so is another thing at another spot; a lost person does not
    // stay where the first report was
    private static bool IsElsewhere(in Probe probe, Incident incident)
    {
        if (incident.Topic == "走失" || probe.Place is not { } place || incident.Place is not { } known || place.IsCompatibleWith(known))
        {
            return false;
        }

        bool building = place.Building is not null && known.Building is not null
            && (place.Building != known.Building || place.IsInAnotherCompoundThan(known));
        bool otherThing = probe.HasTopic && (probe.Topics & incident.Topics) == 0 && !TopicFamilies.Share(probe.Topic, incident.Topic);
        return building || (otherThing && !probe.IsEmergency && probe.Said?.Place is { Source: PlaceSource.Text });
    }
}
