using System.Globalization;
using Bot.Grids;

namespace Bot.Tickets.Deadlines;

/// <summary>Whether what a person filled in can be the times in force: pure.</summary>
public static class DeadlineRules
{
    /// <summary>The last day extreme weather may be announced for.</summary>
    public const int MostExtremeDays = 30;

    /// <param name="written">What stands in the fields, by their names.</param>
    /// <param name="extremeUntil">A day as a browser writes it; empty for none.</param>
    /// <returns>The preset, null with an error for each wrong field by its name.</returns>
    public static DeadlinePreset? Read(
        IReadOnlyDictionary<string, string> written, bool workingTime, string? extremeUntil, DateOnly today, out IReadOnlyDictionary<string, string> errors)
    {
        Dictionary<string, string> wrong = [];
        TicketOptions times = new() { WorkingTime = workingTime };
        foreach (DeadlineField field in DeadlineField.All) { Read(field, written.GetValueOrDefault(field.Name), times, wrong); }
        if (wrong.Count == 0) { CheckTogether(times, wrong); }
        DateOnly? until = ReadDay(extremeUntil, today, wrong);
        errors = wrong;
        return wrong.Count == 0 ? new DeadlinePreset(times, until) : null;
    }

    private static void Read(DeadlineField field, string? text, TicketOptions times, Dictionary<string, string> wrong)
    {
        string plain = DirectoryRules.HalfWidth((text ?? "").Trim());
        if (!int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
        {
            wrong[field.Name] = plain.Length == 0 ? $"请填{field.Least}到{field.Most}的数" : $"“{(plain.Length > 10 ? plain[..10] + "…" : plain)}”不是整数，请填{field.Least}到{field.Most}的数";
        }
        else if (value < field.Least || value > field.Most)
        {
            wrong[field.Name] = $"请填{field.Least}到{field.Most}{field.Unit}之间的数，现在是{value}";
        }
        else
        {
            field.Set(times, value);
        }
    }

    private static void CheckTogether(TicketOptions times, Dictionary<string, string> wrong)
    {
        if (times.FromHour >= times.ToHour) { wrong[nameof(times.ToHour)] = $"下班要晚于上班（{times.FromHour}点）"; }
        if (times.MorningHour < times.FromHour || times.MorningHour >= times.ToHour)
        {
            wrong[nameof(times.MorningHour)] = "要在上班和下班之间";
        }
        Later(nameof(times.EmergencyFeedbackHours), times.EmergencyHours, times.EmergencyFeedbackHours);
        Later(nameof(times.HighFeedbackHours), times.HighHours, times.HighFeedbackHours);
        Later(nameof(times.NormalFeedbackDays), times.NormalHours, 24 * times.NormalFeedbackDays);
        Later(nameof(times.LowFeedbackDays), times.LowDays, times.LowFeedbackDays);
        if (times.UrgentLeadMinutes >= 60 * times.EmergencyHours) { wrong[nameof(times.UrgentLeadMinutes)] = $"要短于紧急的时限（{times.EmergencyHours}小时）"; }

        void Later(string name, int contact, int feedback)
        {
            if (feedback < contact) { wrong[name] = "办结不能早于回话"; }
        }
    }

    private static DateOnly? ReadDay(string? text, DateOnly today, Dictionary<string, string> wrong)
    {
        if (string.IsNullOrWhiteSpace(text)) { return null; }
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            wrong[nameof(DeadlinePreset.ExtremeUntil)] = "日期请写成2026-11-22这样";
            return null;
        }
        if (day < today || day > today.AddDays(MostExtremeDays))
        {
            wrong[nameof(DeadlinePreset.ExtremeUntil)] = $"请选今天起{MostExtremeDays}天以内的日子";
        }
        return day;
    }
}
