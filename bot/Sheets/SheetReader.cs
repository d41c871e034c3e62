using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Knowledge.Reading;

namespace Bot.Sheets;

/// <summary>Reads xlsx, xls and csv files and pasted tables, whoever made them: within fixed limits, and never with an exception.</summary>
public static class SheetReader
{
    private const string TooMuch = "这个文件展开后太大，不像正常的表格，没有打开。请用 Excel 或 WPS 另存为 xlsx 再传。";
    private const string NoWorkbook = "这不是 Excel 表格，或者已经损坏。请传 xlsx、xls 或 csv。";
    private const string Page = "这个文件其实是网页，只是名字像表格。请用 Excel 或 WPS 打开，另存为 xlsx 再传。";
    private const string Locked = "这个文件有密码。请在 Excel 或 WPS 里去掉密码再传。";
    private const string Unreadable = "这个文件读不出来，可能已经损坏。请用 Excel 或 WPS 打开，另存为 xlsx 再传。";

    public static SheetReading Read(byte[] file, SheetLimits? limits = null)
    {
        try
        {
            return new SheetReading(Open(file, limits ?? SheetLimits.Usual), Problem: null);
        }
        catch (SheetException e)
        {
            return SheetReading.Refused(e.Message);
        }
        catch (InvalidPasswordException)
        {
            return SheetReading.Refused(Locked);
        }
#pragma warning disable CA1031 // the parser of a damaged file throws whatever it meets
        catch (Exception)
#pragma warning restore CA1031
        {
            return SheetReading.Refused(Unreadable);
        }
    }

    /// <summary>A table as copied from Excel, WPS or a chat: columns by tab, comma or space.</summary>
    public static SheetReading ReadText(string pasted, SheetLimits? limits = null)
    {
        try
        {
            return new SheetReading([PlainTable.Read(pasted, isPasted: true, limits ?? SheetLimits.Usual)], Problem: null);
        }
        catch (SheetException e)
        {
            return SheetReading.Refused(e.Message);
        }
    }

    private static List<ReadSheet> Open(byte[] file, SheetLimits limits)
    {
        if (file.Length == 0) { throw new SheetException("文件是空的。"); }
        if (file.Length > limits.Bytes) { throw new SheetException($"文件超过 {limits.Bytes / 1024 / 1024} 兆，太大了。请只留要用的表，或者分成几份。"); }
        switch (WorkbookGuard.KindOf(file))
        {
            case FileKind.Workbook:
                Check(file, limits);
                return Workbook(ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file), CodePages.Reading()), limits);
            case FileKind.OldWorkbook:
                return Workbook(ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file), CodePages.Reading()), limits);
            case FileKind.Csv or FileKind.Text when TextDecoder.Decode(file) is { } text:
                // other systems write XML and call it xls
                return text.AsSpan().TrimStart().StartsWith("<") ? throw new SheetException(Page) : [PlainTable.Read(text, isPasted: false, limits)];
            case FileKind.Page:
                throw new SheetException(Page);
            case FileKind.Locked:
                throw new SheetException(Locked);
            case FileKind.Word or FileKind.Slides or FileKind.Archive:
                throw new SheetException(NoWorkbook);
            default:
                throw new SheetException("这不是表格文件。请传 xlsx、xls 或 csv。");
        }
    }

    private static void Check(byte[] file, SheetLimits limits)
    {
        ReadLimits inside = ReadLimits.Usual with { UnpackedBytes = limits.UnpackedBytes, Parts = limits.Parts, Ratio = limits.Ratio };
        ReadFault? fault = WorkbookGuard.Problem(file, inside);
        if (fault is not null) { throw new SheetException(fault == ReadFault.TooMuchInside ? TooMuch : NoWorkbook); }
    }

    private static List<ReadSheet> Workbook(IExcelDataReader reader, SheetLimits limits)
    {
        using (reader)
        {
            if (reader.ResultsCount > limits.Sheets) { throw new SheetException($"表太多了，有 {reader.ResultsCount} 张。请只留要用的表。"); }
            List<ReadSheet> sheets = [];
            do
            {
                sheets.Add(SheetRows.Read(reader, limits));
            }
            while (reader.NextResult());
            return sheets;
        }
    }
}
