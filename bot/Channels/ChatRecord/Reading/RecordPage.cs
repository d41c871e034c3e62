using System.Text.RegularExpressions;
using Knowledge.Reading;
using Knowledge.Reading.Pages;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>An exported chat as a web page: the name, the time and the words each in a box of their own, or two of them in one.</summary>
internal static partial class RecordPage
{
    private const int LongestName = 60;

    public static bool Is(string text) => PageLines.Is(text);

    /// <summary>As a copied record: the heading on one line, the words below it.</summary>
    /// <returns>Null when it is no page that a program made of a chat.</returns>
    public static string? Text(string html, CancellationToken cancellationToken)
    {
        if (PageLines.Read(html, new ReadLimits { Elements = 400_000 }, cancellationToken)?.Split('\n') is not { } lines) { return null; }
        int[] times = [.. Enumerable.Range(0, lines.Length).Where(i => TimeAlone().IsMatch(PlainForm.Of(lines[i])))];
        return times.Length == 0 ? string.Join('\n', lines) : Joined(lines, [.. times], NameIsBefore(lines, times));
    }

    // names come again and again, what was said does not
    private static bool NameIsBefore(string[] lines, int[] times) =>
        Distinct(lines, times.Select(at => at - 1)) <= Distinct(lines, times.Select(at => at + 1));

    private static int Distinct(string[] lines, IEnumerable<int> places) =>
        places.Select(at => at >= 0 && at < lines.Length ? lines[at] : $"{at}").Distinct(StringComparer.Ordinal).Count();

    private static string Joined(string[] lines, HashSet<int> times, bool before)
    {
        List<string> joined = [];
        for (int i = 0; i < lines.Length; i++)
        {
            bool name = before ? times.Contains(i + 1) : times.Contains(i - 1);
            bool time = times.Contains(i);
            if (name && !time && lines[i].Length <= LongestName)
            {
                joined.Add($"\n{lines[i]} {lines[before ? i + 1 : i - 1]}");
            }
            else if (!time || Stands(lines, i, before, times))
            {
                joined.Add(lines[i]);
            }
        }
        return string.Join('\n', joined);
    }

    // a time without a name beside it
    private static bool Stands(string[] lines, int at, bool before, HashSet<int> times)
    {
        int name = before ? at - 1 : at + 1;
        return name < 0 || name >= lines.Length || times.Contains(name) || lines[name].Length > LongestName;
    }

    [GeneratedRegex("^" + TimeWords.MaybeDayAndClock + "$")]
    private static partial Regex TimeAlone();
}
