using System.Text.RegularExpressions;

namespace Bot.Console.Library;

/// <summary>A piece of a passage as people look at it: words, or the rows of a table, the first of which names the columns.</summary>
public sealed record PassagePiece(string Words, IReadOnlyList<string[]> Rows)
{
    public bool IsTable => Rows.Count > 0;
}

/// <summary>Tells tables of Markdown from words. Pure.</summary>
public static partial class PassagePieces
{
    /// <param name="most">About how many characters are shown.</param>
    /// <returns>The pieces, and whether something was left out.</returns>
    public static (IReadOnlyList<PassagePiece> Pieces, bool IsCut) Of(string text, int most = int.MaxValue)
    {
        string[] lines = text.Split('\n');
        List<PassagePiece> pieces = [];
        List<string> words = [];
        int length = 0;
        int at = 0;
        while (at < lines.Length && length < most)
        {
            int rows = TableLength(lines, at);
            if (rows == 0)
            {
                string line = lines[at++];
                words.Add(length + line.Length <= most ? line : line[..(most - length)]);
                length += line.Length + 1;
                continue;
            }
            Flush(words, pieces);
            List<string[]> kept = [Cells(lines[at])];
            for (int row = at + 2; row < at + rows && length < most; row++)
            {
                kept.Add(Cells(lines[row]));
                length += lines[row].Length;
            }
            pieces.Add(new PassagePiece("", kept));
            at += rows;
        }
        Flush(words, pieces);
        return (pieces, length > most && text.Length > most);
    }

    private static int TableLength(string[] lines, int at)
    {
        if (at + 1 >= lines.Length || !IsRow(lines[at]) || !Rule().IsMatch(lines[at + 1])) { return 0; }
        int rows = 2;
        while (at + rows < lines.Length && IsRow(lines[at + rows])) { rows++; }
        return rows;
    }

    private static bool IsRow(string line) => line.TrimStart().StartsWith('|');

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static void Flush(List<string> words, List<PassagePiece> pieces)
    {
        string said = string.Join('\n', words).Trim('\n');
        if (said.Length > 0) { pieces.Add(new PassagePiece(said, [])); }
        words.Clear();
    }

    [GeneratedRegex(@"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")]
    private static partial Regex Rule();
}
