using System.ComponentModel.DataAnnotations;
using Bot.Storage;
using Bot.Triage.Bursts;

namespace Bot.Triage;

/// <summary>Section <c>Triage</c>.</summary>
public sealed class TriageOptions
{
    public const string Section = "Triage";

    /// <summary>Seconds of silence after which what one person said in a row is decided.</summary>
    [Range(20, 45)]
    public int BurstGapSeconds { get; set; } = 45;

    /// <summary>Folder of labelled messages the engine is trained on; null for the one that comes with the program.</summary>
    [ExistingFolder]
    public string? Corpus { get; set; }

    public BurstTimes Times => BurstTimes.Default with { Gap = TimeSpan.FromSeconds(BurstGapSeconds) };
}
