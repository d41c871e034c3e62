using System.Text.RegularExpressions;

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

    [GeneratedRegex("((?:19|20)[0-9]{2})(?![0-9])")]
    private static partial Regex YearNumbers();

    [GeneratedRegex("前年|去年|今年|明年|后年")]
    private static partial Regex RelativeYears();
}
