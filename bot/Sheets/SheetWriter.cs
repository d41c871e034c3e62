using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Sheets;

/// <summary>Writes xlsx files: heading frozen, days as days, numbers as numbers, everything else as text that is never a formula.</summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const int LongestName = 31;

    /// <param name="target">Must be readable and seekable.</param>
    public static void Write(Stream target, params IReadOnlyList<Sheet> sheets)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        WorkbookPart book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Create();
        book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        foreach ((int i, Sheet sheet) in sheets.Index())
        {
            WorksheetPart part = book.AddNewPart<WorksheetPart>();
            book.Workbook.Sheets!.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)i + 1,
                Name = SafeName(sheet.Name, i),
            });
            using OpenXmlWriter writer = OpenXmlWriter.Create(part);
            WriteSheet(writer, sheet);
        }
    }

    private static void WriteSheet(OpenXmlWriter writer, Sheet sheet)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        if (sheet.Columns.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => (OpenXmlElement)new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = column.Width,
                CustomWidth = true,
                Hidden = column.IsHidden ? true : null,
                Style = (uint)(column.IsText ? CellStyle.Text : CellStyle.General),
            })));
        }
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [.. sheet.Columns.Select(column => (Cell)column.Title)], CellStyle.Heading);
        foreach (IReadOnlyList<Cell> row in sheet.Rows) { WriteRow(writer, row, style: null); }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<Cell> cells, CellStyle? style)
    {
        writer.WriteStartElement(new Row());
        foreach (Cell cell in cells) { WriteCell(writer, cell, style ?? cell.Style); }
        writer.WriteEndElement();
    }

    private static void WriteCell(OpenXmlWriter writer, Cell cell, CellStyle style)
    {
        DocumentFormat.OpenXml.Spreadsheet.Cell written = new() { StyleIndex = (uint)style };
        if (cell.Number is { } number)
        {
            written.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(Formulas.Disarm(Readable(text))) { Space = SpaceProcessingModeValues.Preserve });
        }
        writer.WriteElement(written);
    }

    /// <summary>Without what a file of this kind cannot hold: control signs, halves of signs, more than a cell takes.</summary>
    private static string Readable(string text)
    {
        string cut = text.Length < LongestText ? text : text[..(LongestText - 1)];
        return cut.All(XmlConvert.IsXmlChar) ? cut : string.Concat(cut.EnumerateRunes()
            .Where(rune => rune.Value != 0xFFFD && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))).Select(rune => rune.ToString()));
    }

    private static string SafeName(string name, int place)
    {
        string safe = string.Concat(name.Where(sign => !"[]:*?/\\'".Contains(sign) && !char.IsControl(sign)));
        return safe.Length == 0 ? $"表{place + 1}" : safe[..Math.Min(safe.Length, LongestName)];
    }
}
