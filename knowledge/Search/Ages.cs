using System.Text.RegularExpressions;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>Ages that a question names, and the ages for which a text has rules: "80至89周岁" is for somebody of 82.</summary>
internal static partial class Ages
{
    private const int Youngest = 3;
    private const int Oldest = 120;

    public static IReadOnlyList<int> In(string folded)
    {
        List<int> ages = [];
        foreach (Match match in Named().Matches(folded))
        {
            string number = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            int age = int.TryParse(number, out int digits) ? digits : Numerals.Read(number, 0, out int value) == number.Length ? value : 0;
            if (age is >= Youngest and <= Oldest) { ages.Add(age); }
        }
        return ages;
    }

    /// <summary>Null where the text has no rule for ages.</summary>
    public static bool? Covers(string folded, int age)
    {
        bool? covers = null;
        foreach (Match match in Rules().Matches(folded))
        {
            bool isRange = match.Groups[1].Success;
            int from = int.Parse(isRange ? match.Groups[1].ValueSpan : match.Groups[3].ValueSpan);
            int to = isRange ? int.Parse(match.Groups[2].ValueSpan) : Oldest;
            covers = covers == true || (age >= from && age <= to);
        }
        return covers;
    }

    [GeneratedRegex("([0-9]{1,3}|[一二三四五六七八九十百零]{1,5})(?:来|多)?周?岁|([六七八九]十[一二三四五六七八九]?)(?=了|[，,。？? ]|$)")]
    private static partial Regex Named();

    [GeneratedRegex("([0-9]{1,3})周?岁?(?:至|到|-|—|~|～)([0-9]{1,3})周?岁|满?([0-9]{1,3})周?岁(?!以下)")]
    private static partial Regex Rules();
}
