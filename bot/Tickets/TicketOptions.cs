using System.ComponentModel.DataAnnotations;

namespace Bot.Tickets;

/// <summary>
/// Section <c>Tickets</c>: how soon a person must have spoken and how soon the matter must be done, by urgency, and the hours of
/// promises. The defaults are those of the 12345 hotlines; what administrators save on the page stands before them.
/// </summary>
public sealed record TicketOptions
{
    public const string Section = "Tickets";

    [Range(1, 24)]
    public int EmergencyHours { get; set; } = 1;

    [Range(1, 72)]
    public int HighHours { get; set; } = 2;

    [Range(1, 240)]
    public int NormalHours { get; set; } = 24;

    [Range(1, 60)]
    public int LowDays { get; set; } = 7;

    /// <summary>By when the matter must be done, or its result told.</summary>
    [Range(1, 72)]
    public int EmergencyFeedbackHours { get; set; } = 2;

    [Range(1, 240)]
    public int HighFeedbackHours { get; set; } = 24;

    [Range(1, 60)]
    public int NormalFeedbackDays { get; set; } = 7;

    [Range(1, 90)]
    public int LowFeedbackDays { get; set; } = 15;

    /// <summary>Whether normal and low matters count working days; what is urgent always counts by the clock.</summary>
    public bool WorkingTime { get; set; } = true;

    /// <summary>Promises for normal and low matters that fall outside these hours move to <see cref="MorningHour"/>.</summary>
    [Range(0, 23)]
    public int FromHour { get; set; } = 8;

    [Range(1, 24)]
    public int ToHour { get; set; } = 18;

    [Range(0, 23)]
    public int MorningHour { get; set; } = 9;

    /// <summary>Minutes before a deadline at which the person in charge is reminded.</summary>
    [Range(5, 480)]
    public int LeadMinutes { get; set; } = 30;

    /// <summary>The same for emergencies and what is urgent.</summary>
    [Range(5, 120)]
    public int UrgentLeadMinutes { get; set; } = 15;

    /// <summary>Days of silence after 办好 that count as 核验.</summary>
    [Range(1, 30)]
    public int SilentDays { get; set; } = 3;
}
