using Bot.Messaging;
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
    public string Body => Text.Body;

    public bool IsStaff => Message.Role is SenderRole.Grid or SenderRole.Property or SenderRole.Staff;

    /// <summary>How sure it is that something is to be done: 0…1.</summary>
    public float Report => Emergency is null ? Prediction[Kind.Issue] + Prediction[Kind.Emergency] : Math.Max(0.9f, Prediction[Kind.Issue] + Prediction[Kind.Emergency]);

    /// <summary>A bare place, photo or a few filler words: adds to a matter, never is one.</summary>
    public bool IsFragment => Text.IsBarePicture || Place is { IsBare: true };

    public bool Has(Cues cue) => (Cues & cue) != 0;

    public bool Has(Doubts doubt) => (Doubts & doubt) != 0;
}
