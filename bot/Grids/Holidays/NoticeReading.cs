using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Grids.Holidays;

/// <summary>What was read of a notice so far.</summary>
internal sealed partial class NoticeReading(int year)
{
    private const string Weekdays = "日一二三四五六";

    public Dictionary<DateOnly, string> Free { get; } = [];
    public HashSet<DateOnly> Worked { get; } = [];
    public List<string> Errors { get; } = [];

    /// <summary>Every day a sentence names, ranges included.</summary>
    public IReadOnlyList<DateOnly> Days(string name, string sentence)
    {
        List<DateOnly> days = [];
        foreach (Match match in Range().Matches(sentence))
        {
            if (Day(name, match, "y", "m", "d", "w", month: null) is not { } first) { continue; }
            DateOnly? last = match.Groups["d2"].Success ? Day(name, match, "y2", "m2", "d2", "w2", first.Month) : first;
            if (last < first || last > first.AddDays(20)) { Errors.Add($"{name}：“{match.Value}”的起止不对"); }
            for (DateOnly day = first; day <= last && days.Count < 40; day = day.AddDays(1)) { days.Add(day); }
        }
        return days;
    }

    private DateOnly? Day(string name, Match match, string y, string m, string d, string w, int? month)
    {
        int inYear = match.Groups[y].Success ? Number(match.Groups[y]) : year;
        int inMonth = match.Groups[m].Success ? Number(match.Groups[m]) : month ?? 0;
        int day = Number(match.Groups[d]);
        if (inYear != year && inYear != year - 1 || inMonth is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(inYear, inMonth))
        {
            Errors.Add($"{name}：没有{inMonth}月{day}日这一天");
            return null;
        }
        DateOnly found = new(inYear, inMonth, day);
        if (Weekday().Match(match.Groups[w].Value) is { Success: true } said && Weekdays.IndexOf(said.Groups[1].Value.Replace('天', '日'), StringComparison.Ordinal) != (int)found.DayOfWeek)
        {
            Errors.Add($"{name}：{inYear}年{inMonth}月{day}日是周{Weekdays[(int)found.DayOfWeek]}，贴的写着周{said.Groups[1].Value}，是不是别的年份的？");
        }
        return found;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日(?:\((?<w>[^)]*)\))?(?:[至到\-—~](?:(?<y2>20[0-9]{2})年)?(?:(?<m2>[0-9]{1,2})月)?(?<d2>[0-9]{1,2})日(?:\((?<w2>[^)]*)\))?)?")]
    private static partial Regex Range();

    [GeneratedRegex("(?:周|星期)([日天一二三四五六])")]
    private static partial Regex Weekday();
}
