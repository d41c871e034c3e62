using System.Text.RegularExpressions;

namespace Knowledge.Reading.Pdf;

/// <summary>Lines whose words stand below one another in columns.</summary>
internal static partial class PdfTable
{
    // two words far apart on two lines may be a signature
    private const int FewestRows = 2;
    private const int FewestRowsOfTwo = 3;

    /// <summary>How many lines from there are a table; 0 when that line is none.</summary>
    public static int Length(List<string> lines, int start)
    {
        int count = 0;
        int columns = Cells(lines[start]).Length;
        if (columns < 2) { return 0; }
        while (start + count < lines.Count && Cells(lines[start + count]).Length == columns) { count++; }
        return count >= (columns == 2 ? FewestRowsOfTwo : FewestRows) ? count : 0;
    }

    public static List<string[]> Read(List<string> lines) => [.. lines.Select(Cells)];

    private static string[] Cells(string line) =>
        [.. Gap().Split(line.Trim()).Select(Wording.Line).Where(cell => cell.Length > 0)];

    // one space of a Chinese text is as wide as two of these
    [GeneratedRegex(" {3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
