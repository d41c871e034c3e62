using ExcelDataReader;

namespace Knowledge.Reading.Tables;

/// <summary>Cells merged over several: what stands in the first of them is said by each.</summary>
internal sealed class MergedCells
{
    private const int Most = 5_000;
    private readonly Queue<CellRange> _ahead;
    private readonly List<(CellRange Range, string Words)> _open = [];

    /// <exception cref="ReadException">They are more than a person merges, or lie over one another, which no program of spreadsheets allows.</exception>
    public MergedCells(IExcelDataReader reader, string name)
    {
        CellRange[] ranges = [.. (reader.MergeCells ?? []).Where(range =>
            range.FromRow >= 0 && range.FromColumn >= 0 && range.FromRow < reader.RowCount && range.FromColumn < reader.FieldCount)];
        if (ranges.Length > Most || ranges.Sum(range => Covers(range, reader)) > (long)reader.RowCount * reader.FieldCount)
        {
            throw new ReadException(ReadFault.TooComplex, name);
        }
        _ahead = new(ranges.OrderBy(range => range.FromRow));
    }

    /// <param name="number">Of the row; asked in their order.</param>
    public void Fill(string[] row, int number)
    {
        _open.RemoveAll(merged => merged.Range.ToRow < number);
        while (_ahead.TryPeek(out CellRange? next) && next.FromRow <= number)
        {
            _ahead.Dequeue();
            if (next.FromRow == number && next.FromColumn < row.Length) { _open.Add((next, row[next.FromColumn])); }
        }
        foreach ((CellRange range, string words) in _open)
        {
            for (int column = range.FromColumn; column <= Math.Min(range.ToColumn, row.Length - 1); column++) { row[column] = words; }
        }
    }

    private static long Covers(CellRange range, IExcelDataReader reader) =>
        (Math.Min(range.ToRow, reader.RowCount - 1) - range.FromRow + 1L) * (Math.Min(range.ToColumn, reader.FieldCount - 1) - range.FromColumn + 1L);
}
