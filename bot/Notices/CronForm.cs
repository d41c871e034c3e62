using Quartz;

namespace Bot.Notices;

/// <summary>The plans a form offers, as cron expressions, and back.</summary>
public static class CronForm
{
    /// <summary>Stands for the last day of a month, however long it is.</summary>
    public const int LastDay = 0;

    /// <summary>No month lacks these days.</summary>
    public const int SafestDay = 28;

    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static string Daily(TimeOnly at) => $"0 {at.Minute} {at.Hour} ? * *";

    public static string Weekly(IEnumerable<DayOfWeek> days, TimeOnly at) =>
        $"0 {at.Minute} {at.Hour} ? * {string.Join(',', days.Distinct().Order().Select(day => Days[(int)day]))}";

    public static string Monthly(int day, TimeOnly at) =>
        $"0 {at.Minute} {at.Hour} {(day == LastDay ? "L" : $"{day}")} * ?";

    /// <summary>What a person would have chosen in the form; null for an expression no choice leads to.</summary>
    public static CronChoice? Read(string cron)
    {
        if (cron.Split(' ') is not ["0", var minute, var hour, var day, "*", var week]
            || !int.TryParse(minute, out int m) || !int.TryParse(hour, out int h) || m is < 0 or > 59 || h is < 0 or > 23)
        {
            return null;
        }
        TimeOnly at = new(h, m);
        return (day, week) switch
        {
            ("?", "*") => new CronChoice(at, [], null),
            ("?", _) when week.Split(',') is var names && names.All(name => Days.Contains(name)) =>
                new CronChoice(at, [.. names.Select(name => (DayOfWeek)Array.IndexOf(Days, name))], null),
            ("L", "?") => new CronChoice(at, [], LastDay),
            (_, "?") when int.TryParse(day, out int number) && number is >= 1 and <= SafestDay => new CronChoice(at, [], number),
            _ => null,
        };
    }

    /// <summary>Why an expert's expression is none; null when it is one.</summary>
    public static string? Refuse(string cron)
    {
        string[] parts = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 6 or > 7) { return $"要写六段：秒 分 时 日 月 星期，现在是{parts.Length}段。例：0 30 9 ? * MON-FRI（周一到周五9:30）"; }
        return CronExpression.TryParse(cron, out _)
            ? null
            : "有一段认不出来。秒、分 0–59，时 0–23，日 1–31 或 L，月 1–12，星期 MON–SUN，日和星期不能都写死；例：0 30 9 ? * MON-FRI";
    }
}

/// <param name="Days">Of the week; empty for every day or days of the month.</param>
/// <param name="DayOfMonth"><see cref="CronForm.LastDay"/> for the last; null for the week's days.</param>
public sealed record CronChoice(TimeOnly At, IReadOnlyList<DayOfWeek> Days, int? DayOfMonth);
