using System.Globalization;
using ExcelDataReader;

namespace Knowledge.Reading.Tables;

/// <summary>What a cell says, as its reader sees it on the sheet.</summary>
internal static class CellText
{
    // spreadsheets hold 32,767; what is blank of them is not said
    private const int Raw = 40_000;

    /// <exception cref="ReadException">It is longer than a program of spreadsheets writes.</exception>
    public static string Of(IExcelDataReader reader, int column, string place) => reader.GetValue(column) switch
    {
        null => "",
        string { Length: > Raw } => throw new ReadException(ReadFault.TooLongCell, place),
        string text => string.Join('\n', Wording.Lines(text)),
        bool yes => yes ? "是" : "否",
        DateTime time when time.TimeOfDay == TimeSpan.Zero => $"{time.Year}年{time.Month}月{time.Day}日",
        // a time of day alone stands on the day the calendar of Excel begins
        DateTime time when time.Year < 1901 => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime time => $"{time.Year}年{time.Month}月{time.Day}日{time.ToString("HH:mm", CultureInfo.InvariantCulture)}",
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        double number when reader.GetNumberFormatString(column)?.Contains('%', StringComparison.Ordinal) == true && Math.Abs(number) < 1e9 =>
            ((decimal)number * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%",
        // a phone is 13800001111, not 1.38E+10
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
