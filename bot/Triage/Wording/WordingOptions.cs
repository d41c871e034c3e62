using System.ComponentModel.DataAnnotations;

namespace Bot.Triage.Wording;

/// <summary>Section <c>Wording</c>: whether a configured model words the answers that the documents give.</summary>
public sealed class WordingOptions
{
    public const string Section = "Wording";

    public bool Enabled { get; set; } = true;

    /// <summary>What takes longer is answered in the document's own words.</summary>
    [Range(1, 10)]
    public int Seconds { get; set; } = 3;

    /// <summary>After an answer that came too late the model is not asked for so long.</summary>
    [Range(1, 3600)]
    public int PauseSeconds { get; set; } = 60;
}
