using System.Text.RegularExpressions;

namespace Knowledge.Reading;

/// <summary>Signs at the beginning of a line that make it an item of a list. Clauses such as 第三条 and （一） are text: passages are cut at them.</summary>
internal static partial class ItemMarks
{
    private const string Bullets = "•●○■□◆◇▪▫‣⁃·–—*-➢✔";

    /// <summary>Null for a line that is no item.</summary>
    public static (string Marker, string Text)? Read(string line)
    {
        if (line.Length > 2 && Bullets.Contains(line[0]) && (char.IsWhiteSpace(line[1]) || line[0] is '•' or '●' or '■' or '◆' or '▪'))
        {
            string text = line[1..].TrimStart();
            return text.Length > 0 ? ("-", text) : null;
        }
        return Numbered().Match(line) is { Success: true } match ? ($"{match.Groups[1].Value}.", match.Groups[2].Value) : null;
    }

    /// <summary>The line without such a sign.</summary>
    public static string Strip(string line) => Read(line)?.Text ?? line;

    // "3.5元" and "2026.3.1起" are no items
    [GeneratedRegex(@"^(\d{1,3})[.．、)）]\s*([^\d\s.].*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
