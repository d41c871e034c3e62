using System.Text.RegularExpressions;

namespace Knowledge;

/// <summary>
/// The lines of Markdown, in linear time: documents come from anywhere, and a full parser takes minutes for a few hundred
/// kilobytes of nested lists or unclosed links. What stands inside a fence of code is no heading and no clause.
/// </summary>
internal static partial class MarkdownLines
{
    /// <summary>The level of ######.</summary>
    public const int Deepest = 6;
    private const int LongestHeading = 200;

    /// <param name="text">With line feeds as line ends.</param>
    public static List<Line> Read(string text)
    {
        List<Line> lines = [];
        char fence = '\0';
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start);
            bool inFence = fence != '\0';
            fence = Fence(line, fence);
            lines.Add(new Line(start, end, inFence || fence != '\0' ? LineKind.Text : Level(line) > 0 ? LineKind.Heading : ClauseLines.KindOf(line)));
            start = end + 1;
        }
        return lines;
    }

    /// <summary>1…6 for a heading with #, else 0.</summary>
    public static int Level(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.TrimStart(' ');
        int level = rest.IndexOfAnyExcept('#');
        level = level < 0 ? rest.Length : level;
        return level is 0 or > Deepest || line.Length - rest.Length > 3 || (level < rest.Length && !char.IsWhiteSpace(rest[level])) ? 0 : level;
    }

    /// <summary>The words of such a heading without their markup.</summary>
    public static string Heading(ReadOnlySpan<char> line)
    {
        string words = line.TrimStart(' ').TrimStart('#').Trim().TrimEnd('#').TrimEnd().ToString();
        words = words.Length > LongestHeading ? words[..LongestHeading] : words;
        return Marks().Replace(Links().Replace(words, "$1"), "").Trim();
    }

    /// <summary>The character of the fence that is open after that line.</summary>
    private static char Fence(ReadOnlySpan<char> line, char open)
    {
        ReadOnlySpan<char> rest = line.TrimStart();
        char mark = rest.StartsWith("```") ? '`' : rest.StartsWith("~~~") ? '~' : '\0';
        return open == '\0' ? mark : mark == open ? '\0' : open;
    }

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"\*+|`+|~~|(?:^|\s)_+|_+(?:$|\s)", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
