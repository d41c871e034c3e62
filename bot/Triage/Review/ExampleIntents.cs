using Bot.Triage.Reading;

namespace Bot.Triage.Review;

/// <summary>What a message of a corrected kind does to a matter; people say only the kind.</summary>
public static class ExampleIntents
{
    /// <param name="guess">What the engine took it to do; kept where it goes with the kind.</param>
    /// <param name="joins">Whether it belongs to a matter somebody raised before.</param>
    public static Intent Of(Kind kind, Intent guess, string text, bool byStaff, bool joins = false)
    {
        Cues cues = CueReader.Read(text);
        return kind switch
        {
            Kind.Issue or Kind.Emergency => joins && guess is (Intent.MeToo or Intent.Detail) ? guess
                : joins && (cues & Cues.MeToo) != 0 ? Intent.MeToo : Intent.Report,
            Kind.Followup => guess is >= Intent.Urge and <= Intent.Update ? guess : FollowUp(cues, byStaff),
            Kind.Offer => guess is Intent.Claim or Intent.Volunteer ? guess : (cues & Cues.Claim) != 0 ? Intent.Claim : Intent.Volunteer,
            _ => Intent.None,
        };
    }

    private static Intent FollowUp(Cues cues, bool byStaff) =>
        byStaff ? Intent.Progress
        : (cues & Cues.Withdrawn) != 0 ? Intent.Withdrawn
        : (cues & Cues.Worse) != 0 ? Intent.Worse
        : (cues & Cues.NotFixed) != 0 ? Intent.NotFixed
        : (cues & Cues.Again) != 0 ? Intent.Relapse
        : (cues & Cues.Fixed) != 0 ? Intent.Verified
        : (cues & Cues.Urge) != 0 ? Intent.Urge
        : Intent.Update;
}
