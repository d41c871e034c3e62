using System.ComponentModel.DataAnnotations;
using Bot.Storage;

namespace Bot.Triage.Learning;

/// <summary>Section <c>Learning</c>: how the engine learns from people's corrections.</summary>
public sealed class LearningOptions
{
    public const string Section = "Learning";

    /// <summary>How many labelled messages of the corpus one correction counts for.</summary>
    [Range(1, 20)]
    public int CorrectionWeight { get; set; } = 3;

    /// <summary>How many earlier engines are kept to be restored.</summary>
    [Range(1, 50)]
    public int KeepEngines { get; set; } = 5;

    /// <summary>Folder of labelled conversations no engine may do worse on; null for the one that comes with the program.</summary>
    [ExistingFolder]
    public string? Regression { get; set; }
}
