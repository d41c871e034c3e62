using System.Text.RegularExpressions;

namespace Knowledge.Reading.Pdf;

/// <summary>Lines whose words stand below one another in columns.</summary>
internal static partial class PdfTable
{
    // two words far apart on two lines may be a signature
    private const int FewestRows = 2;
    private const int FewestRowsOfTwo = 3;

    // columns that nearly touch: only where three rows or more agree and none of them is a sentence
    private const int FewestNarrow = 3;
    private const int LongestNarrow = 24;

    /// <summary>How many lines from there are a table; 0 when that line is none.</summary>
    public static int Length(List<string> lines, int start)
    {
        int wide = Length(lines, start, Cells, 2, columns => columns == 2 ? FewestRowsOfTwo : FewestRows);
        return wide > 0 ? wide : Length(lines, start, Narrow, FewestNarrow, _ => FewestNarrow);
    }

    public static List<string[]> Read(List<string> lines)
    {
        Func<string, string[]> cells = Length(lines, 0, Cells, 2, _ => lines.Count) == lines.Count ? Cells : Narrow;
        return [.. lines.Select(cells)];
    }

    private static int Length(List<string> lines, int start, Func<string, string[]> cells, int fewestColumns, Func<int, int> fewestRows)
    {
        int columns = cells(lines[start]).Length;
        if (columns < fewestColumns) { return 0; }
        int count = 0;
        while (start + count < lines.Count && cells(lines[start + count]).Length == columns) { count++; }
        return count >= fewestRows(columns) ? count : 0;
    }

    private static string[] Cells(string line) =>
        [.. Gap().Split(line.Trim()).Select(Wording.Line).Where(cell => cell.Length > 0)];

    private static string[] Narrow(string line)
    {
        string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return cells.Any(cell => cell.Length > LongestNarrow) || cells is [.., [.., '。' or '；' or '，' or '：']] ? [] : cells;
    }

    // one space of a Chinese text is as wide as two of these
    [GeneratedRegex(" {3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
