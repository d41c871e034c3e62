using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>What a follow-up wants, from plain words first and the classifier else.</summary>
public static class Intents
{
    private static readonly Intent[] FollowUps =
        [Intent.Urge, Intent.NotFixed, Intent.Worse, Intent.Relapse, Intent.Verified, Intent.Withdrawn, Intent.Progress, Intent.Update];

    public static Intent Of(Finding finding, Intent otherwise)
    {
        (Intent best, float top) = (otherwise, 0.2f);
        foreach (Intent intent in FollowUps)
        {
            float score = finding.Prediction[intent] + Bonus(finding, intent);
            if (score > top)
            {
                (best, top) = (intent, score);
            }
        }

        return best;
    }

    /// <summary>Urging, not fixed, worse and relapsed are answered; the rest is noted in silence.</summary>
    public static bool WantsWords(Intent intent) => intent is Intent.Urge or Intent.NotFixed or Intent.Worse or Intent.Relapse;

    private static float Bonus(Finding finding, Intent intent) => intent switch
    {
        Intent.Urge when finding.Has(Cues.Urge) => 0.4f,
        Intent.NotFixed when finding.Has(Cues.NotFixed) => 0.3f,
        Intent.Worse when finding.Has(Cues.Worse) => 0.3f,
        Intent.Relapse when finding.Has(Cues.Again) => 0.4f,
        // Of a known matter the mere "again" and "still" say that it is not done
        Intent.Relapse when finding.Body.Contains('又', StringComparison.Ordinal) => 0.25f,
        Intent.NotFixed when finding.Body.Contains('还', StringComparison.Ordinal) && !finding.Has(Cues.Fixed) => 0.15f,
        Intent.Verified when finding.Has(Cues.Fixed) => 0.4f,
        Intent.Withdrawn when finding.Has(Cues.Withdrawn) => 0.4f,
        _ => 0,
    };
}
