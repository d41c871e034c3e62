using System.Buffers;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Incidents;

/// <summary>What speaks for and against a message being about a known matter, as numbers near 0…1.</summary>
internal ref struct LinkSignals(Span<float> values)
{
    public const int Count = (int)Signal.StaffTopic + 1;
    public static readonly IReadOnlyList<string> Names = Enum.GetNames<Signal>();

    private static readonly SearchValues<char> Pointers = SearchValues.Create("她他伊佢那这");

    private readonly Span<float> _values = values;

    private enum Signal
    {
        Bias, TopicNamed, TopicGuessed, TopicsMeetNamed, TopicsMeet, TopicsApart, TopicLikely, SameFamily,
        Wording, SharedWords, FewWords,
        NoKnownPlace, NoPlaceSaid, SameBuilding, SameUnit, SameRoom, SameFacility, OtherBuilding, OtherUnit, OtherSpot, SameStairs,
        HomeBuilding, HomeUnit, HomeElsewhere, OtherGroup,
        Reporter, Voice, OwnNow, OwnLate,
        Within3Minutes, Within10Minutes, Within30Minutes, Within2Hours, Within8Hours, WithinDay,
        LastRaised, LastRaisedNow, RaisedBefore, OnlyRaised,
        Emergency, EmergencyNow, BothEmergency, NewEmergency,
        AgreesLast, AgreesPlace, AgainReporter, AgainPlace, FixedVoice, FixedLast, UrgesReporter, WorseReporter,
        Need, NeedOffered, Nothing,
        FollowUp, Chat, Asks, Thanks, Offers, Sells, Reports, AnyCue, Short, Points,
        Another, AnotherReporter, PlaceSaidElsewhere, ReporterElsewhere, ThingApartPlaceApart, ReporterOtherThing, ReporterNewPlace, PlaceNew, LaterWithoutWords, EmergencyOtherThing, EmergencyReports,
        StaffLast, StaffEmergency, StaffTopic,
    }

    public static void Fill(in Probe probe, Incident incident, Span<float> values)
    {
        values.Clear();
        LinkSignals signals = new(values);
        signals.Set(Signal.Bias, 1);
        bool topic = signals.ReadTopic(probe, incident);
        bool place = signals.ReadPlace(probe, incident);
        int shared = Words.Shared(probe.Bigrams, incident.Bigrams);
        double overlap = Words.Overlap(shared, probe.Bigrams.Count, incident.Bigrams.Length);
        signals.Set(Signal.Wording, (float)overlap);
        signals.Set(Signal.SharedWords, Math.Min(4, shared) / 4f);
        signals.Set(Signal.FewWords, probe.Bigrams.Count <= 3);
        signals.ReadPeople(probe, incident);
        signals.ReadTime(probe, incident);
        signals.ReadCues(probe, incident, place);
        signals.Set(Signal.LaterWithoutWords, overlap <= 0 && probe.Time - incident.LastHeardAt > TimeSpan.FromHours(1));
        signals.Set(Signal.Nothing, !topic && !place && overlap <= 0);
        if (probe.Said is { } said)
        {
            signals.ReadKinds(said);
        }
    }

    private readonly void Set(Signal signal, float value) => _values[(int)signal] = value;

    private readonly void Set(Signal signal, bool value) => _values[(int)signal] = value ? 1 : 0;

    private readonly bool ReadTopic(in Probe probe, Incident incident)
    {
        bool equal = probe.Topic == incident.Topic, meet = (probe.Topics & incident.Topics) != 0;
        Set(Signal.TopicNamed, equal && probe.HasTopic);
        Set(Signal.TopicGuessed, equal && !probe.HasTopic);
        Set(Signal.TopicsMeetNamed, !equal && meet && probe.HasTopic);
        Set(Signal.TopicsMeet, !equal && meet && !probe.HasTopic);
        Set(Signal.TopicsApart, !meet && probe.HasTopic);
        float likely = probe.TopicScores is { } scores ? scores[TopicWords.IndexOf(incident.Topic)] : 0;
        Set(Signal.TopicLikely, MathF.Sqrt(likely));
        Set(Signal.SameFamily, !meet && TopicFamilies.Share(probe.Topic, incident.Topic));
        return equal || meet || likely > 0.15f;
    }

    private readonly bool ReadPlace(in Probe probe, Incident incident)
    {
        Set(Signal.OtherGroup, probe.Group != incident.Group);
        Set(Signal.NoKnownPlace, incident.Place is null);
        Set(Signal.NoPlaceSaid, probe.Place is null);
        if (incident.Place is not { } known)
        {
            return false;
        }

        bool same = false;
        if (probe.Place is { } place)
        {
            same = Compare(place, known);
        }

        if (probe.Home is { Building: { } home } && known.Building is { } building && probe.Place?.Building is null)
        {
            bool unit = home == building && probe.Home.Unit is not null && probe.Home.Unit == known.Unit;
            Set(Signal.HomeBuilding, home == building);
            Set(Signal.HomeUnit, unit);
            Set(Signal.HomeElsewhere, home != building);
            same |= home == building;
        }

        return same;
    }

    private readonly bool Compare(Place place, Place known)
    {
        if (place.IsCompatibleWith(known))
        {
            bool building = place.Building is not null && known.Building is not null;
            bool facility = place.Facility is not null && place.Facility == known.Facility;
            Set(Signal.SameBuilding, building);
            Set(Signal.SameUnit, place.Unit is not null && place.Unit == known.Unit);
            Set(Signal.SameRoom, place.Room is not null && place.Room == known.Room);
            Set(Signal.SameFacility, facility);
            return building || facility;
        }

        bool buildings = place.Building is not null && known.Building is not null;
        bool sameBuilding = buildings && place.Building == known.Building && !place.IsInAnotherCompoundThan(known);
        bool stairs = sameBuilding && (place.Unit is null || known.Unit is null || place.Unit == known.Unit);
        Set(Signal.SameStairs, stairs);
        Set(Signal.OtherUnit, sameBuilding && !stairs);
        Set(Signal.OtherBuilding, buildings && !sameBuilding);
        Set(Signal.OtherSpot, !buildings);
        return stairs;
    }

    private readonly void ReadPeople(in Probe probe, Incident incident)
    {
        bool reporter = incident.Reporters.Contains(probe.Sender);
        Set(Signal.Reporter, reporter);
        Set(Signal.Voice, !reporter && incident.Voices.Contains(probe.Sender));
        bool own = probe.LastOwn == incident.Ticket;
        Set(Signal.OwnNow, own && probe.SinceOwn <= TimeSpan.FromMinutes(3));
        Set(Signal.OwnLate, own && probe.SinceOwn <= TimeSpan.FromMinutes(30));
    }

    private readonly void ReadTime(in Probe probe, Incident incident)
    {
        double minutes = (probe.Time - incident.LastHeardAt).TotalMinutes;
        Set(Signal.Within3Minutes, minutes <= 3);
        Set(Signal.Within10Minutes, minutes <= 10);
        Set(Signal.Within30Minutes, minutes <= 30);
        Set(Signal.Within2Hours, minutes <= 120);
        Set(Signal.Within8Hours, minutes <= 480);
        Set(Signal.WithinDay, minutes <= 24 * 60);
        int rank = probe.Raised?.IndexOf(incident.Ticket) ?? -1;
        Set(Signal.LastRaised, rank == 0);
        Set(Signal.LastRaisedNow, rank == 0 && minutes <= 10);
        Set(Signal.RaisedBefore, rank > 0);
        Set(Signal.OnlyRaised, rank == 0 && probe.Raised!.Count == 1 && minutes <= 120);
        Set(Signal.Emergency, incident.IsEmergency);
        Set(Signal.EmergencyNow, incident.IsEmergency && minutes <= 20);
        Set(Signal.BothEmergency, incident.IsEmergency && probe.IsEmergency);
        Set(Signal.NewEmergency, !incident.IsEmergency && probe.IsEmergency);
    }

    private readonly void ReadCues(in Probe probe, Incident incident, bool place)
    {
        Cues cues = probe.Said?.Cues ?? Cues.None;
        bool last = probe.Raised is { Count: > 0 } raised && raised[0] == incident.Ticket;
        bool reporter = incident.Reporters.Contains(probe.Sender), voice = incident.Voices.Contains(probe.Sender);
        Set(Signal.AgreesLast, last && (cues & Cues.MeToo) != 0);
        Set(Signal.AgreesPlace, place && (cues & Cues.MeToo) != 0);
        Set(Signal.AgainReporter, reporter && (cues & (Cues.Again | Cues.NotFixed)) != 0);
        Set(Signal.AgainPlace, place && (cues & (Cues.Again | Cues.NotFixed)) != 0);
        Set(Signal.FixedVoice, voice && (cues & Cues.Fixed) != 0);
        Set(Signal.FixedLast, last && (cues & Cues.Fixed) != 0);
        Set(Signal.UrgesReporter, reporter && (cues & Cues.Urge) != 0);
        Set(Signal.WorseReporter, reporter && (cues & Cues.Worse) != 0);
        Set(Signal.Need, incident.IsNeed);
        bool apart = probe.Place is { } said && incident.Place is { } known && !said.IsCompatibleWith(known);
        bool otherThing = probe.HasTopic && (probe.Topics & incident.Topics) == 0;
        Set(Signal.Another, (cues & Cues.Another) != 0);
        Set(Signal.AnotherReporter, reporter && (cues & Cues.Another) != 0);
        Set(Signal.PlaceSaidElsewhere, apart && probe.Said?.Place is { Source: PlaceSource.Text });
        Set(Signal.ReporterElsewhere, apart && reporter);
        Set(Signal.ThingApartPlaceApart, apart && otherThing);
        bool newPlace = probe.Said?.Place is { Source: PlaceSource.Text } && (apart || incident.Place is null);
        Set(Signal.ReporterOtherThing, reporter && otherThing);
        Set(Signal.ReporterNewPlace, reporter && newPlace);
        Set(Signal.PlaceNew, newPlace && incident.Place is null);
        Set(Signal.EmergencyOtherThing, incident.IsEmergency && !probe.IsEmergency && otherThing);
        Set(Signal.EmergencyReports, incident.IsEmergency && !probe.IsEmergency && probe.Said?.Report >= 0.5f);
        Set(Signal.AnyCue, (cues & (Cues.Again | Cues.NotFixed | Cues.Fixed | Cues.Urge | Cues.Worse | Cues.Withdrawn)) != 0);
        if (probe.Said is { IsStaff: true })
        {
            Set(Signal.StaffLast, last);
            Set(Signal.StaffEmergency, incident.IsEmergency);
            Set(Signal.StaffTopic, (probe.Topics & incident.Topics) != 0);
        }
    }

    private readonly void ReadKinds(Finding said)
    {
        Set(Signal.FollowUp, said.Prediction[Kind.Followup]);
        Set(Signal.Chat, said.Prediction[Kind.Chat]);
        Set(Signal.Asks, said.Prediction[Kind.Question]);
        Set(Signal.Thanks, said.Prediction[Kind.Thanks]);
        Set(Signal.Offers, said.Prediction[Kind.Offer]);
        Set(Signal.Sells, said.Prediction[Kind.Ad] + said.Prediction[Kind.Notice]);
        Set(Signal.Reports, said.Report);
        Set(Signal.NeedOffered, said.Prediction[Kind.Offer] * _values[(int)Signal.Need]);
        Set(Signal.Short, said.Body.Length <= 6);
        Set(Signal.Points, said.Body.AsSpan().ContainsAny(Pointers));
    }
}
