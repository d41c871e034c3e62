using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Figures;

/// <summary>A week from Monday, a month or a year of the calendar, as in an address: "2026-W47", "2026-10", "2026".</summary>
public sealed partial record Period(PeriodKind Kind, DateOnly From)
{
    public DateOnly To => Next.From.AddDays(-1);

    public Period Next => new(Kind, Kind switch
    {
        PeriodKind.Week => From.AddDays(7),
        PeriodKind.Month => From.AddMonths(1),
        _ => From.AddYears(1),
    });

    public Period Before => new(Kind, Kind switch
    {
        PeriodKind.Week => From.AddDays(-7),
        PeriodKind.Month => From.AddMonths(-1),
        _ => From.AddYears(-1),
    });

    public string Name => Kind switch
    {
        PeriodKind.Week => $"{ISOWeek.GetYear(Day)}-W{ISOWeek.GetWeekOfYear(Day):00}",
        PeriodKind.Month => $"{From.Year}-{From.Month:00}",
        _ => $"{From.Year}",
    };

    public string Title => Kind switch
    {
        PeriodKind.Week => $"{From.Year}年{From.Month}月{From.Day}日—{To.Month}月{To.Day}日",
        PeriodKind.Month => $"{From.Year}年{From.Month}月",
        _ => $"{From.Year}年",
    };

    private DateTime Day => From.ToDateTime(TimeOnly.MinValue);

    public static Period Of(PeriodKind kind, DateOnly day) => new(kind, kind switch
    {
        PeriodKind.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        PeriodKind.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    });

    /// <summary>Null when it is none.</summary>
    public static Period? Read(string? name)
    {
        if (name is null || Form().Match(name) is not { Success: true } match) { return null; }
        int year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (year is < 2000 or > 2100) { return null; }
        if (match.Groups["week"] is { Success: true } week)
        {
            int number = int.Parse(week.Value, CultureInfo.InvariantCulture);
            return number is < 1 || number > ISOWeek.GetWeeksInYear(year) ? null
                : new Period(PeriodKind.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
        }
        if (match.Groups["month"] is not { Success: true } month) { return new Period(PeriodKind.Year, new DateOnly(year, 1, 1)); }
        int which = int.Parse(month.Value, CultureInfo.InvariantCulture);
        return which is < 1 or > 12 ? null : new Period(PeriodKind.Month, new DateOnly(year, which, 1));
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-W(?<week>[0-9]{2})|-(?<month>[0-9]{2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
