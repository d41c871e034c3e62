using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>When an announced drill (演练) is held; smoke and sirens of that time are no emergency.</summary>
public static partial class DrillNotice
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan After = TimeSpan.FromHours(2);

    /// <summary>Null when the text announces no drill with a day. Times are read in the offset of <paramref name="posted"/>.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Read(string text, DateTimeOffset posted)
    {
        if (!Drill().IsMatch(text) || Day(text, posted) is not { } day)
        {
            return null;
        }

        return Hour(text) is { } time
            ? (day + time - Before, day + time + After)
            : (day, day.AddDays(1));
    }

    private static DateTimeOffset? Day(string text, DateTimeOffset posted)
    {
        DateTimeOffset today = new(posted.Date, posted.Offset);
        Match date = Date().Match(text);
        if (date.Success)
        {
            int month = int.Parse(date.Groups[1].Value), day = int.Parse(date.Groups[2].Value);
            bool exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(posted.Year, month);
            return exists ? new DateTimeOffset(posted.Year, month, day, 0, 0, 0, posted.Offset) : null;
        }

        return text.Contains("后天") ? today.AddDays(2)
            : text.Contains("明天") || text.Contains("明日") || text.Contains("明早") ? today.AddDays(1)
            : text.Contains("今天") || text.Contains("今日") || text.Contains("今晚") ? today
            : null;
    }

    private static TimeSpan? Hour(string text)
    {
        Match clock = Clock().Match(text);
        if (!clock.Success)
        {
            return null;
        }

        int hour = int.Parse(clock.Groups["hour"].Value);
        int minute = clock.Groups["minute"].Success ? int.Parse(clock.Groups["minute"].Value) : clock.Groups["half"].Success ? 30 : 0;
        bool afternoon = clock.Groups["part"].Value is "下午" or "傍晚" or "晚上" or "晚" && hour < 12;
        return hour <= 24 && minute < 60 ? TimeSpan.FromMinutes(((afternoon ? hour + 12 : hour) * 60) + minute) : null;
    }

    [GeneratedRegex("演练|演习|试鸣", RegexOptions.NonBacktracking)]
    private static partial Regex Drill();

    [GeneratedRegex(@"(\d{1,2})月(\d{1,2})[日号]", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<part>上午|下午|早上|晚上|傍晚|中午|晚)?(?<hour>\d{1,2})(?:[:：](?<minute>\d{2})|[点时](?:(?<half>半)|(?<minute>\d{1,2})分?)?)", RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
