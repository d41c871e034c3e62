using System.ComponentModel.DataAnnotations;

namespace Bot.Tickets;

/// <summary>Section <c>Tickets</c>: how soon a person must have spoken, by urgency, and the hours of promises.</summary>
public sealed class TicketOptions
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

    /// <summary>Promises for normal and low matters that fall outside these hours move to <see cref="MorningHour"/>.</summary>
    [Range(0, 23)]
    public int FromHour { get; set; } = 8;

    [Range(1, 24)]
    public int ToHour { get; set; } = 18;

    [Range(0, 23)]
    public int MorningHour { get; set; } = 9;
}
