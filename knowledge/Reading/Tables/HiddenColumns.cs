using ExcelDataReader;

namespace Knowledge.Reading.Tables;

/// <summary>What its author hid by making columns no width: it is read as if it were not there.</summary>
internal sealed class HiddenColumns
{
    private readonly HashSet<int> _said = [];

    /// <summary>How many of them said something.</summary>
    public int Count => _said.Count;

    public void Empty(string[] row, IExcelDataReader reader)
    {
        for (int column = 0; column < row.Length; column++)
        {
            if (row[column].Length == 0 || !IsHidden(reader, column)) { continue; }
            row[column] = "";
            _said.Add(column);
        }
    }

    // a csv file has no widths
    private static bool IsHidden(IExcelDataReader reader, int column) => reader.VisibleState is not null && reader.GetColumnWidth(column) == 0;
}
