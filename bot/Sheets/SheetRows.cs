using System.Globalization;
using ExcelDataReader;

namespace Bot.Sheets;

/// <summary>The rows of the sheet a reader stands on.</summary>
internal static class SheetRows
{
    private const int BlankRowsAllowed = 200_000;

    public static ReadSheet Read(IExcelDataReader reader, SheetLimits limits)
    {
        // asked before the first row: the reader makes a row of that width, and as many as the last number says
        if (reader.FieldCount > limits.Columns) { throw new SheetException($"表「{reader.Name}」有 {reader.FieldCount} 列，太宽了。请只留要用的列。"); }
        if (reader.RowCount > limits.Rows + BlankRowsAllowed) { throw TooLong(reader.Name, limits); }
        List<SheetRow> rows = [];
        for (int number = 1; reader.Read(); number++)
        {
            SheetRow row = new(number, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Words(Cell(reader, column, number, limits)))]);
            if (row.IsBlank) { continue; }
            rows.Add(row);
            if (rows.Count > limits.Rows) { throw TooLong(reader.Name, limits); }
        }
        return new ReadSheet(reader.Name ?? "", rows);
    }

    // before it is copied: many cells may share one text
    private static object? Cell(IExcelDataReader reader, int column, int number, SheetLimits limits) =>
        reader.GetValue(column) is var value && value is string { Length: var length } && length > limits.CellLength
            ? throw new SheetException($"表「{reader.Name}」第 {number} 行有一格超过 {limits.CellLength} 个字。请看看是不是传错了文件。")
            : value;

    internal static SheetException TooLong(string? name, SheetLimits limits) =>
        new($"表「{name}」超过 {limits.Rows} 行，太长了。请删掉多余的行，或者分成几份。");

    internal static string Clean(string text) => Formulas.Restore(Visible(text)).Trim();

    private static string Words(object? value) => value switch
    {
        null => "",
        string text => Clean(text),
        bool yes => yes ? "是" : "否",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        // a phone is 13800001111, not 1.38E+10
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Without the signs nobody sees: zero-width ones, marks of direction, the space that does not break.</summary>
    private static string Visible(string text) => string.Concat(text
        .Select(sign => sign == '\u00A0' ? ' ' : sign)
        .Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.Format && (!char.IsControl(sign) || sign is '\n' or '\t'))).Trim();
}
