using System.Diagnostics.CodeAnalysis;

namespace Knowledge;

/// <summary>Takes HTML comments out of Markdown without moving a character, in linear time.</summary>
internal static class Comments
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>The text with blanks in the place of comments: none of their characters can stand in a passage or a quote.</summary>
    public static string Blank(string text) => All(text) is { Count: > 0 } comments
        ? string.Create(text.Length, (text, comments), static (blanked, state) =>
        {
            state.text.CopyTo(blanked);
            foreach (Range comment in state.comments) { Fill(blanked, state.text, comment); }
        })
        : text;

    /// <summary>Where comments stand; one that is never closed is none.</summary>
    public static IReadOnlyList<Range> All(string text)
    {
        List<Range> comments = [];
        int at = 0;
        while ((at = text.IndexOf(Open, at, StringComparison.Ordinal)) >= 0)
        {
            int end = text.IndexOf(Close, at + Open.Length, StringComparison.Ordinal);
            if (end < 0) { break; }
            comments.Add(at..(end + Close.Length));
            at = end + Close.Length;
        }
        return comments;
    }

    /// <summary>What the comment says when it has its line for itself.</summary>
    public static bool IsAlone(string text, Range comment, [NotNullWhen(true)] out string? words)
    {
        (int start, int length) = comment.GetOffsetAndLength(text.Length);
        int before = start - 1;
        int after = start + length;
        while (before >= 0 && text[before] != '\n' && char.IsWhiteSpace(text[before])) { before--; }
        while (after < text.Length && text[after] != '\n' && char.IsWhiteSpace(text[after])) { after++; }
        bool alone = (before < 0 || text[before] == '\n') && (after == text.Length || text[after] == '\n');
        words = alone ? text[(start + Open.Length)..(start + length - Close.Length)].Trim() : null;
        return alone;
    }

    // Words before and after a comment within a line must not become one sentence
    private static void Fill(Span<char> blanked, string text, Range comment)
    {
        Span<char> hole = blanked[comment];
        hole.Fill(' ');
        if (!IsAlone(text, comment, out _)) { (hole[0], hole[^1]) = ('\n', '\n'); }
    }
}
