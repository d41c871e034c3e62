using Bot.Tickets;
using Bot.Triage.Classifier;
using Bot.Triage.Locations;

namespace Bot.Triage.Reading;

/// <summary>Everything one message says by itself, before its neighbours and the tickets are looked at.</summary>
public sealed record Finding(
    ChatMessage Message,
    MessageText Text,
    Prediction Prediction,
    PlaceReading? Place,
    EmergencySort? Emergency,
    Doubts Doubts,
    Cues Cues,
    UInt128 Topics)
{
    /// <summary>Said of smoke or sirens while an announced drill is held.</summary>
    public bool InDrill { get; init; }

    public string Body => Text.Body;

    public bool IsStaff => Message.IsByStaff;

    /// <summary>How sure it is that something is to be done: 0…1.</summary>
    public float Report
    {
        get
        {
            float likely = Prediction[Kind.Issue] + Prediction[Kind.Emergency];
            return InDrill ? 0.1f : Emergency is not null ? Math.Max(0.9f, likely) : likely >= 0.36f && NamesFault ? Math.Max(likely, 0.55f) : likely * Belief;
        }
    }

    // A thing of the house named by its word, with nothing that speaks against it, tips the scales
    private bool NamesFault => Topics != 0 && Doubts == Doubts.None && !Has(Cues.Asks | Cues.Fixed | Cues.Withdrawn | Cues.Announcement)
        && Prediction[Kind.Notice] + Prediction[Kind.Ad] + Prediction[Kind.Offer] < 0.3f;

    // The classifier has seen few of each trap; the rules know their wording
    private float Belief => Has(Doubts.Vote | Doubts.Orders | Doubts.Delivery | Doubts.Drill | Doubts.Advice) ? 0.2f
        : Has(Doubts.Elsewhere | Doubts.Told | Doubts.Offer | Doubts.Denied) ? 0.5f
        : Has(Doubts.Over) && !Has(Cues.NotFixed | Cues.Again) ? 0.5f
        : Has(Doubts.Past | Doubts.Exaggerated | Doubts.Supposed) ? 0.7f : 1f;

    /// <summary>A bare place, photo or a few filler words: adds to a matter, never is one.</summary>
    public bool IsFragment => Text.IsBarePicture || Place is { IsBare: true };

    /// <summary>Nothing but a call for a human: it states no matter of its own.</summary>
    public bool OnlyCalls => Has(Cues.WantsPerson) && Topics == 0 && Emergency is null && Place is null or { Source: PlaceSource.Nickname };

    public bool Has(Cues cue) => (Cues & cue) != 0;

    public bool Has(Doubts doubt) => (Doubts & doubt) != 0;
}
