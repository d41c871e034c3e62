using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Bot.Sheets;

/// <summary>Reads xlsx, xls and csv files and pasted tables, whoever made them: within fixed limits, and never with an exception.</summary>
public static class SheetReader
{
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
            return SheetReading.Refused("这个文件有密码。请在 Excel 或 WPS 里去掉密码再传。");
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
        switch (FileKinds.Of(file))
        {
            case FileKind.Archive:
                ArchiveGuard.Check(file, limits);
                return Workbook(ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file), CodePages.Reading()), limits);
            case FileKind.Binary:
                return Workbook(ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file), CodePages.Reading()), limits);
            case FileKind.Page:
                throw new SheetException("这个文件其实是网页，只是名字像表格。请用 Excel 或 WPS 打开，另存为 xlsx 再传。");
            case FileKind.Text:
                return [PlainTable.Read(PlainTable.Decode(file), isPasted: false, limits)];
            default:
                throw new SheetException("这不是表格文件。请传 xlsx、xls 或 csv。");
        }
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
