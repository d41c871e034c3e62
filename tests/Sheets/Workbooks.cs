using System.IO.Compression;
using System.Text;

namespace Tests.Sheets;

/// <summary>Files of spreadsheets made by hand, so that they can be wrong in one way each.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types =
        """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
    private const string Root =
        """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private const string Book =
        $"""<?xml version="1.0"?><workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>""";
    private const string BookParts =
        """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    /// <summary>A workbook of one sheet with these rows, as XML.</summary>
    public static byte[] Xlsx(string rows, string? dimension = null, string prolog = "", params (string Name, byte[] Content)[] more) =>
        Zip([.. Parts($"""<?xml version="1.0"?>{prolog}<worksheet xmlns="{Main}">{dimension}<sheetData>{rows}</sheetData></worksheet>"""), .. more]);

    public static string Cell(string reference, string text) => $"""<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return stream.ToArray();
    }

    /// <summary>A stream as Excel 2 wrote it: one text per cell.</summary>
    public static byte[] OldXls(params IReadOnlyList<(int Row, int Column, byte[] Text)> cells)
    {
        List<byte> file = [0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00];
        foreach ((int row, int column, byte[] text) in cells)
        {
            file.AddRange([0x04, 0x00, (byte)(8 + text.Length), 0x00, (byte)row, (byte)(row >> 8), (byte)column, (byte)(column >> 8), 0, 0, 0, (byte)text.Length]);
            file.AddRange(text);
        }
        file.AddRange([0x0A, 0x00, 0x00, 0x00]);
        return [.. file];
    }

    private static IEnumerable<(string Name, byte[] Content)> Parts(string sheet) =>
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(Types)),
        ("_rels/.rels", Encoding.UTF8.GetBytes(Root)),
        ("xl/workbook.xml", Encoding.UTF8.GetBytes(Book)),
        ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(BookParts)),
        ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(sheet)),
    ];
}
