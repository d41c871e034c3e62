using System.Text.RegularExpressions;

namespace Knowledge.Answering;

/// <summary>The number under which a rule stands, as people name it.</summary>
internal static partial class Clauses
{
    /// <summary>"第2条" from the passage's headings or its beginning; null where nothing is numbered so.</summary>
    public static string? Of(Chunk passage)
    {
        foreach (string text in passage.Headings.Reverse().Append(passage.Text))
        {
            Match match = Number().Match(text);
            if (match.Success) { return match.Value.Replace(" ", "", StringComparison.Ordinal); }
        }
        return null;
    }

    [GeneratedRegex(@"^\s*第\s*[0-9一二三四五六七八九十百]{1,6}\s*条")]
    private static partial Regex Number();
}
