using ExcelDataReader;

namespace Knowledge.Reading.Tables;

/// <summary>The rows of the sheet a reader stands on, blank and hidden ones left out; a cell merged over several stands in each of them.</summary>
internal static class SheetRows
{
    public static List<string[]> Read(IExcelDataReader reader, string name, Transcript transcript, int blankRowsAllowed, CancellationToken cancellationToken)
    {
        ReadLimits limits = transcript.Limits;
        // asked before the first row: the reader makes a row of that width, and as many as the last number says
        if (reader.FieldCount > limits.Columns) { throw new ReadException(ReadFault.TooManyColumns, name); }
        if (reader.RowCount > limits.Rows + blankRowsAllowed) { throw new ReadException(ReadFault.TooManyRows, name); }
        MergedCells merged = new(reader, name);
        HiddenColumns columns = new();
        int hidden = 0;
        List<string[]> rows = [];
        for (int number = 0; reader.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] row = new string[reader.FieldCount];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = CellText.Of(reader, column, $"{name} {number + 1}");
                if (row[column].Length > limits.CellLength) { throw new ReadException(ReadFault.TooLongCell, $"{name} {number + 1}"); }
            }
            merged.Fill(row, number);
            columns.Empty(row, reader);
            if (!row.Any(cell => cell.Length > 0)) { continue; }
            if (reader.RowHeight == 0)
            {
                hidden++;
                continue;
            }
            transcript.Count(row.Length, name);
            rows.Add(row);
            if (rows.Count > limits.Rows) { throw new ReadException(ReadFault.TooManyRows, name); }
        }
        if (hidden + columns.Count > 0) { transcript.LeaveOut(ReadNoteKind.HiddenRows, hidden + columns.Count); }
        return rows;
    }
}
