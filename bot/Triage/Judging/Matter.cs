using Bot.Tickets;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>What one person says of one thing in one burst, told in one or several fragments.</summary>
public sealed class Matter
{
    private readonly List<Finding> _parts = [];

    public IReadOnlyList<Finding> Parts => _parts;

    /// <summary>The first fragment that states the matter.</summary>
    public required Finding Opener { get; init; }

    public Prediction Prediction { get; private set; } = null!;
    public Place? Place { get; private set; }
    public EmergencySort? Emergency { get; private set; }
    public UInt128 Topics { get; private set; }
    public string Topic { get; private set; } = Triage.Topics.Other;
    public HashSet<int> Bigrams { get; } = [];

    public float Report { get; private set; }

    public Category Category => Emergency is { } sort ? sort == EmergencySort.Other ? Prediction.Category : EmergencyLabels.CategoryOf(sort) : Prediction.Category;

    public Urgency Urgency => Emergency is not null ? Urgency.Emergency
        : Prediction.Urgency == Urgency.Emergency ? Urgency.High : Prediction.Urgency;

    public void Add(Finding part)
    {
        _parts.Add(part);
        Emergency ??= part.Emergency;
        Topics |= part.Topics;
        Words.AddBigrams(part.Body, Bigrams);
    }

    /// <summary>Settles the labels once all fragments are in.</summary>
    public void Settle(MessageReader reader)
    {
        Prediction = _parts.Count(part => part.Body.Length > 0) > 1
            ? reader.ReadJoined(_parts, Opener.Message)
            : Opener.Prediction;
        Report = Math.Max(Prediction[Kind.Issue] + Prediction[Kind.Emergency], Opener.Report);
        Place = PlaceOf(_parts);
        Topic = Emergency is { } sort ? EmergencyLabels.TopicOf(sort) : TopicChoice.Choose(Prediction, Opener.Topics != 0 ? Opener.Topics : Topics);
        Topics |= TopicWords.Bit(Topic);
        if (Emergency is EmergencySort.Trapped)
        {
            Topics |= TopicWords.Bit("电梯");
        }
    }

    /// <summary>"我家也漏": the thing is the one just raised, the place another.</summary>
    public void Inherit(string topic)
    {
        Topic = topic;
        Topics |= TopicWords.Bit(topic);
    }

    private static Place? PlaceOf(List<Finding> parts)
    {
        Place? place = null;
        foreach (PlaceReading reading in parts.Select(part => part.Place).OfType<PlaceReading>().OrderBy(reading => reading.Source == PlaceSource.Nickname))
        {
            place = place is null ? reading.Place
                : reading.IsCorrection ? place.Merge(reading.Place, correction: true)
                : reading.Source == PlaceSource.Nickname ? place : place.Merge(reading.Place, correction: false);
        }

        return place;
    }
}
