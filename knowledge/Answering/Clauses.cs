using System.Text.RegularExpressions;

namespace Knowledge.Answering;

/// <summary>The number under which a rule stands, as people name it.</summary>
internal static partial class Clauses
{
    /// <summary>"第2条": the last one that a line of the passage begins with before the quote, else that of its headings; null where nothing is numbered so.</summary>
    public static string? Of(Chunk passage, string quote)
    {
        string? clause = passage.Headings.Reverse().Select(Read).FirstOrDefault(found => found is not null);
        string wanted = Letters(quote);
        string whole = Letters(passage.Text);
        int at = wanted.Length == 0 ? -1 : whole.IndexOf(wanted, StringComparison.Ordinal);
        int read = 0;
        foreach (string line in passage.Text.Split('\n'))
        {
            // the quote may begin with the number itself
            if (at >= 0 && read > at) { break; }
            clause = Read(line) is { } found && (at >= 0 || clause is null) ? found : clause;
            read += Letters(line).Length;
        }
        return clause;
    }

    private static string? Read(string line)
    {
        string words = line.TrimStart('#', ' ', '\t', '*');
        return ClauseLines.KindOf(words) == LineKind.Clause ? string.Concat(Number().Match(words).Value.Where(each => !char.IsWhiteSpace(each))) : null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^第\s*[0-9一二三四五六七八九十百零〇]{1,6}\s*条")]
    private static partial Regex Number();
}
