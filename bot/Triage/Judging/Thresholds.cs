namespace Bot.Triage.Judging;

/// <summary>From which confidence on triage acts; tuned on logs of several regions, see the evaluation.</summary>
public static class Thresholds
{
    /// <summary>A fragment states a matter by itself.</summary>
    public const float States = 0.5f;

    /// <summary>A ticket is opened at once.</summary>
    public const float Opens = 0.5f;

    /// <summary>Below opening: waits for a person.</summary>
    public const float Reviews = 0.3f;

    /// <summary>A fragment beside a matter is something else all the same.</summary>
    public const float Unrelated = 0.75f;
}
