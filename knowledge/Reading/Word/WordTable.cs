using DocumentFormat.OpenXml.Wordprocessing;

namespace Knowledge.Reading.Word;

/// <summary>The cells of a table; one merged over several stands in each of them.</summary>
internal sealed class WordTable(WordText words, Transcript transcript)
{
    private const string Place = "table";

    public IEnumerable<string[]> Rows(Table table)
    {
        string[] above = [];
        int count = 0;
        foreach (TableRow row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            List<string> cells = [];
            foreach (TableCell cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                string said = Continues(cell) && cells.Count < above.Length ? above[cells.Count] : words.Of(cell);
                if (said.Length > transcript.Limits.CellLength) { throw new ReadException(ReadFault.TooLongCell, $"{Place} {count + 1}"); }
                int span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, transcript.Limits.Columns);
                cells.AddRange(Enumerable.Repeat(said, span));
                if (cells.Count > transcript.Limits.Columns) { throw new ReadException(ReadFault.TooManyColumns, Place); }
            }
            above = [.. cells];
            transcript.Count(above.Length, Place);
            if (++count > transcript.Limits.Rows) { throw new ReadException(ReadFault.TooManyRows, Place); }
            if (above.Any(cell => cell.Length > 0)) { yield return above; }
        }
    }

    private static bool Continues(TableCell cell) =>
        cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.InnerText != "restart";
}
