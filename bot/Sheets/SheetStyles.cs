using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Sheets;

/// <summary>The style sheet; its cell formats stand in the order of <see cref="CellStyle"/>.</summary>
internal static class SheetStyles
{
    private const uint TextFormat = 49;
    private const uint PercentFormat = 9;
    private const uint DayFormat = 164;
    private const uint TimeFormat = 165;

    public static Stylesheet Create() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            Format(TextFormat),
            Format(DayFormat),
            Format(TimeFormat),
            Format(PercentFormat)));

    private static CellFormat Format(uint number) => new() { NumberFormatId = number, ApplyNumberFormat = true };
}
