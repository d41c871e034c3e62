using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Knowledge.Reading.Tables;

/// <summary>xlsx, xls and csv: a table for each sheet, or its questions and answers.</summary>
internal static class WorkbookFile
{
    // rows without a cell are no text, but each of them costs the reader a turn
    private const int BlankRowsAllowed = 200_000;
    private static readonly byte[] OldMacros = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    // the library asks for a code page as soon as its configuration is made
    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static void Read(FileKind kind, byte[] file, Transcript transcript, CancellationToken cancellationToken)
    {
        if (kind == FileKind.Workbook)
        {
            ArchiveGuard.Check(file, transcript.Limits, transcript, cancellationToken);
        }
        else if (file.AsSpan().IndexOf(OldMacros) >= 0)
        {
            transcript.LeaveOut(ReadNoteKind.Macros);
        }
        try
        {
            MemoryStream stream = new(file, writable: false);
            ExcelReaderConfiguration reading = new() { FallbackEncoding = Encoding.GetEncoding("GB18030") };
            using IExcelDataReader reader = kind == FileKind.Workbook
                ? ExcelReaderFactory.CreateOpenXmlReader(stream, reading)
                : ExcelReaderFactory.CreateBinaryReader(stream, reading);
            Read(reader, transcript, cancellationToken);
        }
        catch (InvalidPasswordException)
        {
            throw new ReadException(ReadFault.Password);
        }
    }

    /// <summary>csv; cells in quotes may hold separators and lines of their own.</summary>
    public static void Read(string text, Transcript transcript, CancellationToken cancellationToken)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateCsvReader(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [',', '\t', ';', '|', '，', '；'] });
        TableText.Write(transcript, SheetRows.Read(reader, "csv", transcript, BlankRowsAllowed, cancellationToken), level: 2, takesTitle: true);
    }

    private static void Read(IExcelDataReader reader, Transcript transcript, CancellationToken cancellationToken)
    {
        if (reader.ResultsCount > transcript.Limits.Sheets) { throw new ReadException(ReadFault.TooManySheets); }
        List<(string Name, List<string[]> Rows)> sheets = [];
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = Wording.Line(reader.Name ?? "");
            if (reader.VisibleState is not (null or "visible"))
            {
                transcript.LeaveOut(ReadNoteKind.HiddenSheets, 1, name);
                continue;
            }
            List<string[]> rows = SheetRows.Read(reader, name, transcript, BlankRowsAllowed, cancellationToken);
            if (rows.Count > 0) { sheets.Add((name, rows)); }
        }
        while (reader.NextResult());
        foreach ((string name, List<string[]> rows) in sheets)
        {
            if (sheets.Count > 1) { transcript.Heading(2, name); }
            TableText.Write(transcript, rows, sheets.Count > 1 ? 3 : 2, takesTitle: sheets.Count == 1);
        }
    }
}
