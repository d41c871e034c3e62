using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Bot.Tickets.Deadlines;

/// <summary>One number of the preset as a page shows it; its bounds are those of the setting.</summary>
public sealed record DeadlineField(string Name, string Label, string Unit)
{
    private readonly PropertyInfo _property = typeof(TicketOptions).GetProperty(Name)!;

    public int Least => (int)Bounds.Minimum;

    public int Most => (int)Bounds.Maximum;

    /// <summary>By when a person must have spoken.</summary>
    public static IReadOnlyList<DeadlineField> Contact { get; } =
    [
        new(nameof(TicketOptions.EmergencyHours), "紧急（人命、火、燃气）", "小时"),
        new(nameof(TicketOptions.HighHours), "较急（停水电气暖、有危险）", "小时"),
        new(nameof(TicketOptions.NormalHours), "一般", "小时"),
        new(nameof(TicketOptions.LowDays), "不急（建议、心愿）", "天"),
    ];

    /// <summary>By when it must be done.</summary>
    public static IReadOnlyList<DeadlineField> Feedback { get; } =
    [
        new(nameof(TicketOptions.EmergencyFeedbackHours), "紧急", "小时"),
        new(nameof(TicketOptions.HighFeedbackHours), "较急", "小时"),
        new(nameof(TicketOptions.NormalFeedbackDays), "一般", "天"),
        new(nameof(TicketOptions.LowFeedbackDays), "不急、疑难", "天"),
    ];

    public static IReadOnlyList<DeadlineField> Hours { get; } =
    [
        new(nameof(TicketOptions.FromHour), "上班", "点"),
        new(nameof(TicketOptions.ToHour), "下班", "点"),
        new(nameof(TicketOptions.MorningHour), "顺延到早上", "点"),
    ];

    public static IReadOnlyList<DeadlineField> Reminders { get; } =
    [
        new(nameof(TicketOptions.LeadMinutes), "到期前提醒", "分钟"),
        new(nameof(TicketOptions.UrgentLeadMinutes), "紧急、较急的到期前提醒", "分钟"),
        new(nameof(TicketOptions.SilentDays), "办好后没人说没好，几天算核验", "天"),
    ];

    public static IReadOnlyList<DeadlineField> All { get; } = [.. Contact, .. Feedback, .. Hours, .. Reminders];

    public int Of(TicketOptions options) => (int)_property.GetValue(options)!;

    internal void Set(TicketOptions options, int value) => _property.SetValue(options, value);

    private RangeAttribute Bounds => _property.GetCustomAttribute<RangeAttribute>()!;
}
