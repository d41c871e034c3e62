using System.Text.RegularExpressions;

namespace Knowledge;

/// <summary>
/// Finds headings and blocks in Markdown, line by line and in linear time: documents come from anywhere, and a full parser
/// takes minutes for a few hundred kilobytes of nested lists or unclosed links. What stands inside a fence of code is no heading.
/// </summary>
internal static partial class MarkdownBlocks
{
    private const int LongestHeading = 200;

    /// <param name="text">With line feeds as line ends.</param>
    public static IEnumerable<MarkdownBlock> Read(string text)
    {
        int blockStart = -1;
        int blockEnd = -1;
        char fence = '\0';
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed;
            (int level, string heading) = fence == '\0' ? HeadingOf(text.AsSpan(start, end - start)) : (0, "");
            bool blank = text.AsSpan(start, end - start).IsWhiteSpace();
            if ((level > 0 || (blank && fence == '\0')) && blockStart >= 0)
            {
                yield return new MarkdownBlock(0, "", blockStart, blockEnd);
                blockStart = -1;
            }
            if (level > 0)
            {
                yield return new MarkdownBlock(level, heading, start, end);
            }
            else if (!blank)
            {
                fence = Fence(text.AsSpan(start, end - start), fence);
                blockStart = blockStart < 0 ? start : blockStart;
                blockEnd = end;
            }
            start = end + 1;
        }
        if (blockStart >= 0) { yield return new MarkdownBlock(0, "", blockStart, blockEnd); }
    }

    private static (int Level, string Heading) HeadingOf(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.TrimStart(' ');
        int level = rest.IndexOfAnyExcept('#');
        level = level < 0 ? rest.Length : level;
        if (level is 0 or > 6 || line.Length - rest.Length > 3 || (level < rest.Length && !char.IsWhiteSpace(rest[level]))) { return (0, ""); }
        string words = rest[level..].Trim().TrimEnd('#').TrimEnd().ToString();
        words = words.Length > LongestHeading ? words[..LongestHeading] : words;
        return (level, Marks().Replace(Links().Replace(words, "$1"), "").Trim());
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
