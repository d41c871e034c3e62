using System.Text.RegularExpressions;

namespace Knowledge.Reading.Pdf;

/// <summary>Takes page numbers and what stands on top or at the foot of most pages away.</summary>
internal static partial class PageEdges
{
    private const int PagesForRepeats = 3;

    public static IEnumerable<IReadOnlyList<string>> Without(string[] pages)
    {
        string[][] lines = [.. pages.Select(page => page.Split('\n').Select(line => line.TrimEnd()).ToArray())];
        HashSet<string> repeated = pages.Length < PagesForRepeats ? [] : [.. lines
            .SelectMany(page => Edges(page).Select(at => Key(page[at])).Distinct())
            .GroupBy(key => key).Where(same => same.Count() > pages.Length / 2).Select(same => same.Key)];
        foreach (string[] page in lines)
        {
            HashSet<int> away = [.. Edges(page).Where(at => Number().IsMatch(page[at]) || repeated.Contains(Key(page[at])))];
            yield return [.. page.Where((_, at) => !away.Contains(at))];
        }
    }

    private static IEnumerable<int> Edges(string[] page)
    {
        int first = Array.FindIndex(page, Wording.HasWords);
        int last = Array.FindLastIndex(page, Wording.HasWords);
        return first < 0 ? [] : first == last ? [first] : [first, last];
    }

    // the number of the page may stand in it
    private static string Key(string line) => string.Concat(line.Where(sign => !char.IsWhiteSpace(sign) && !char.IsDigit(sign)));

    [GeneratedRegex(@"^\s*[-—–]*\s*(第\s*)?\d{1,4}(\s*页)?\s*([/／共]\s*(共\s*)?\d{1,4}\s*页?)?\s*[-—–]*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
