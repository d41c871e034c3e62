using System.Text;
using ExcelDataReader;

namespace Bot.Sheets;

/// <summary>Tables that are plain text: csv files and what was pasted.</summary>
internal static class PlainTable
{
    private const string Name = "表格";
    private const char Tab = '\t';
    private static readonly char[] Separators = [Tab, ',', ';', '，', '；', '|'];
    private static readonly char[] Blanks = [' ', '　'];

    /// <param name="isPasted">Whether columns may be apart by spaces, as people write in a chat.</param>
    public static ReadSheet Read(string text, bool isPasted, SheetLimits limits)
    {
        if (text.Length > limits.Bytes) { throw new SheetException("内容太长了，请分成几次。"); }
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > limits.Rows * 2) { throw SheetRows.TooLong(Name, limits); }
        char? separator = SeparatorOf(lines);
        return separator is { } sign && text.Contains('"', StringComparison.Ordinal)
            ? Quoted(text, sign, limits)
            : Keep(lines.Select((line, i) => new SheetRow(i + 1, Split(line, separator, isPasted))), limits);
    }

    private static char? SeparatorOf(string[] lines) =>
        lines.FirstOrDefault(line => line.IndexOfAny(Separators) >= 0) is { } first ? Separators.First(first.Contains) : null;

    private static string[] Split(string line, char? separator, bool isPasted) =>
        separator is { } sign ? [.. line.Split(sign).Select(SheetRows.Clean)]
        : isPasted ? [.. line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Select(SheetRows.Clean)]
        : [SheetRows.Clean(line)];

    // quoted cells may hold separators and lines of their own
    private static ReadSheet Quoted(string text, char separator, SheetLimits limits)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateCsvReader(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            CodePages.Reading(Encoding.UTF8, separator));
        return SheetRows.Read(reader, limits);
    }

    private static ReadSheet Keep(IEnumerable<SheetRow> rows, SheetLimits limits)
    {
        SheetRow[] kept = [.. rows.Where(row => !row.IsBlank)];
        if (kept.Length > limits.Rows) { throw SheetRows.TooLong(Name, limits); }
        if (kept.FirstOrDefault(row => row.Cells.Count > limits.Columns) is { } wide) { throw new SheetException($"第 {wide.Number} 行有 {wide.Cells.Count} 列，太宽了。请只留要用的列。"); }
        return kept.FirstOrDefault(row => row.Cells.Any(cell => cell.Length > limits.CellLength)) is { } heavy
            ? throw new SheetException($"第 {heavy.Number} 行有一格超过 {limits.CellLength} 个字。请看看是不是传错了文件。")
            : new ReadSheet(Name, kept);
    }
}
