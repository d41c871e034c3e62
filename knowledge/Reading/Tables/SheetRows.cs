using ExcelDataReader;

namespace Knowledge.Reading.Tables;

/// <summary>The rows of the sheet a reader stands on, blank ones left out; a cell merged over several stands in each of them.</summary>
internal static class SheetRows
{
    // each of them is looked at for each row
    private const int MostMerged = 5_000;

    public static List<string[]> Read(IExcelDataReader reader, string name, Transcript transcript, int blankRowsAllowed, CancellationToken cancellationToken)
    {
        ReadLimits limits = transcript.Limits;
        // asked before the first row: the reader makes a row of that width, and as many as the last number says
        if (reader.FieldCount > limits.Columns) { throw new ReadException(ReadFault.TooManyColumns, name); }
        if (reader.RowCount > limits.Rows + blankRowsAllowed) { throw new ReadException(ReadFault.TooManyRows, name); }
        CellRange[] merged = reader.MergeCells ?? [];
        if (merged.Length > MostMerged) { throw new ReadException(ReadFault.TooComplex); }
        Dictionary<CellRange, string> said = [];
        List<string[]> rows = [];
        for (int number = 0; reader.Read(); number++)
        {
            if (number % 1000 == 0) { cancellationToken.ThrowIfCancellationRequested(); }
            string[] row = new string[reader.FieldCount];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = CellText.Of(reader, column);
                if (row[column].Length > limits.CellLength) { throw new ReadException(ReadFault.TooLongCell, $"{name} {number + 1}"); }
            }
            Fill(row, number, merged, said);
            if (!row.Any(cell => cell.Length > 0)) { continue; }
            transcript.Count(row.Length, name);
            rows.Add(row);
            if (rows.Count > limits.Rows) { throw new ReadException(ReadFault.TooManyRows, name); }
        }
        return rows;
    }

    private static void Fill(string[] row, int number, CellRange[] merged, Dictionary<CellRange, string> said)
    {
        foreach (CellRange range in merged)
        {
            if (number < range.FromRow || number > range.ToRow || range.FromColumn >= row.Length || range.FromColumn < 0) { continue; }
            if (number == range.FromRow) { said[range] = row[range.FromColumn]; }
            string words = said.GetValueOrDefault(range, "");
            for (int column = range.FromColumn; column <= Math.Min(range.ToColumn, row.Length - 1); column++) { row[column] = words; }
        }
    }
}
