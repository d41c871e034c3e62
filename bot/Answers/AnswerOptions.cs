using System.ComponentModel.DataAnnotations;

namespace Bot.Answers;

/// <summary>Section <c>Answers</c>: by when a person answers a question that was handed over.</summary>
public sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>Working hours from asking to answering.</summary>
    [Range(1, 8)]
    public int Hours { get; set; } = 4;

    [Range(0, 23)]
    public int FromHour { get; set; } = 8;

    [Range(1, 24)]
    public int ToHour { get; set; } = 18;

    /// <summary>When it cannot be today: this hour of the next working day.</summary>
    [Range(0, 23)]
    public int MorningHour { get; set; } = 10;
}
