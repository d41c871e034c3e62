using System.Text.RegularExpressions;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>The years and months a question speaks of, also when it counts from today.</summary>
internal static partial class QuestionTime
{
    public static IEnumerable<string> Years(string folded, DateOnly day)
    {
        foreach (Match match in YearNumbers().Matches(folded)) { yield return match.Groups[1].Value; }
        foreach (Match match in RelativeYears().Matches(folded))
        {
            int years = match.Value[0] switch { '前' => -2, '去' => -1, '明' => 1, '后' => 2, _ => 0 };
            yield return (day.Year + years).ToString();
        }
    }

    /// <summary>"10月", "10月17日", as documents write them.</summary>
    public static IEnumerable<string> Dates(string folded)
    {
        foreach (Match match in DayNumbers().Matches(folded))
        {
            if (Number(match.Groups[1].Value) is not (>= 1 and <= 12 and var month)) { continue; }
            yield return Number(match.Groups[2].Value) is >= 1 and <= 31 and var day ? $"{month}月{day}日" : $"{month}月";
        }
    }

    private static int Number(string text) =>
        int.TryParse(text, out int digits) ? digits : Numerals.Read(text, 0, out int value) > 0 ? value : 0;

    [GeneratedRegex("([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?")]
    private static partial Regex DayNumbers();

    [GeneratedRegex("((?:19|20)[0-9]{2})(?![0-9])")]
    private static partial Regex YearNumbers();

    [GeneratedRegex("前年|去年|今年|明年|后年")]
    private static partial Regex RelativeYears();
}
