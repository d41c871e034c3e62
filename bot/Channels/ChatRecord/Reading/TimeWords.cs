using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>Days and hours as chat programs write them.</summary>
internal static class TimeWords
{
    private const string Date =
        @"(?:(?<y>[0-9]{4})(?:[-/.]|年)(?<m>[0-9]{1,2})(?:[-/.]|月)(?<d>[0-9]{1,2})日?|(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日"
        + @"|(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|(?<word>今天|昨天|前天|(?:星期|周)[一二三四五六日天]))(?:\s*(?:星期|周)[一二三四五六日天])?";

    /// <summary>A day alone.</summary>
    public const string Day = Date;

    /// <summary>A day and an hour.</summary>
    public const string DayAndClock = Date + @"[\sT,]*" + Clock;

    /// <summary>An hour, with or without its day.</summary>
    public const string MaybeDayAndClock = "(?:" + Date + @"[\sT,]*)?" + Clock;

    private const string Clock =
        @"(?<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?\s?(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.[0-9]{1,7})?)?\s?(?<half>[AaPp][Mm])?";

    private const string Weekdays = "日一二三四五六";

    /// <summary>Null when it is no time that exists.</summary>
    /// <param name="today">What 昨天 and a day without its year lean on.</param>
    public static SaidAt? Read(Match match, DateOnly today)
    {
        int hour = Number(match, "h") ?? 0, minute = Number(match, "min") ?? 0, second = Number(match, "s") ?? 0;
        hour = Hour(hour, match.Groups["part"].Value, match.Groups["half"].Value);
        DateOnly? day = DayOf(match, today, out bool wrong);
        return wrong || hour > 23 || minute > 59 || second > 59
            ? null
            : new SaidAt(day, new TimeOnly(hour, minute, second), match.Groups["s"].Success);
    }

    /// <summary>The day a match names; null when it names none, or one that does not exist.</summary>
    public static DateOnly? DayOf(Match match, DateOnly today, out bool wrong)
    {
        wrong = false;
        if (match.Groups["word"] is { Success: true } word) { return ByWord(word.Value, today); }
        if ((Number(match, "m"), Number(match, "d")) is not (int month, int day)) { return null; }
        int year = Number(match, "y") ?? today.Year;
        wrong = month is < 1 or > 12 || day < 1 || year is < 2000 or > 2199 || day > DateTime.DaysInMonth(year, month);
        if (wrong) { return null; }
        DateOnly date = new(year, month, day);
        return match.Groups["y"].Success || date <= today || date is { Month: 2, Day: 29 } ? date : date.AddYears(-1);
    }

    private static DateOnly ByWord(string word, DateOnly today)
    {
        int back = word switch
        {
            "今天" => 0,
            "昨天" => 1,
            "前天" => 2,
            _ => ((int)today.DayOfWeek - Weekdays.IndexOf(word[^1] == '天' ? '日' : word[^1]) + 7) % 7,
        };
        return today.AddDays(-back);
    }

    private static int Hour(int hour, string part, string half) => (part, half.ToUpperInvariant()) switch
    {
        ("下午" or "傍晚", _) or (_, "PM") when hour < 12 => hour + 12,
        ("晚上", _) when hour is >= 5 and < 12 => hour + 12,
        ("晚上" or "凌晨" or "上午", _) or (_, "AM") when hour == 12 => 0,
        ("中午", _) when hour < 4 => hour + 12,
        _ => hour,
    };

    private static int? Number(Match match, string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.Value) : null;
}
