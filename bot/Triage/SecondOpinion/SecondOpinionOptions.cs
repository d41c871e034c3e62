using System.ComponentModel.DataAnnotations;

namespace Bot.Triage.SecondOpinion;

/// <summary>Section <c>SecondOpinion</c>: what a configured model is asked about triage, and how far its answer goes.</summary>
public sealed class SecondOpinionOptions
{
    public const string Section = "SecondOpinion";

    public bool Enabled { get; set; } = true;

    /// <summary>A ticket opened with less confidence is asked about too; what waits in 待审 always is.</summary>
    [Range(0.0, 1.0)]
    public double AskBelow { get; set; } = 0.6;

    /// <summary>Nothing is done on an opinion that is less sure.</summary>
    [Range(0.5, 1.0)]
    public double ActFrom { get; set; } = 0.8;

    /// <summary>How many may wait to be asked; what comes on top stays with people alone.</summary>
    [Range(1, 10_000)]
    public int MostWaiting { get; set; } = 200;

    /// <summary>Lines of the same group sent along, before and after.</summary>
    [Range(0, 10)]
    public int ContextLines { get; set; } = 4;
}
