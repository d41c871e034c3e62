using System.Text;
using AngleSharp.Dom;

namespace Knowledge.Reading.Pages;

/// <summary>The cells of a table of a page; one that spans several stands in each of them.</summary>
internal static class PageTable
{
    private const string Place = "table";

    public static List<string[]> Rows(IElement table, Transcript transcript, CancellationToken cancellationToken)
    {
        ReadLimits limits = transcript.Limits;
        List<string[]> rows = [];
        // what hangs down from rows above: the column, the words, and for how many rows more
        Dictionary<int, (string Words, int Rows)> hanging = [];
        foreach (IElement row in table.QuerySelectorAll("tr"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<string> cells = [];
            foreach (IElement cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
            {
                Hang(hanging, cells);
                string words = Words(cell);
                if (words.Length > limits.CellLength) { throw new ReadException(ReadFault.TooLongCell, $"{Place} {rows.Count + 1}"); }
                int span = Span(cell, "colspan", limits.Columns);
                int down = Span(cell, "rowspan", limits.Rows) - 1;
                for (int i = 0; i < span; i++)
                {
                    if (down > 0) { hanging[cells.Count] = (words, down); }
                    cells.Add(words);
                }
                if (cells.Count > limits.Columns) { throw new ReadException(ReadFault.TooManyColumns, Place); }
            }
            Hang(hanging, cells);
            transcript.Count(cells.Count, Place);
            if (cells.Any(cell => cell.Length > 0)) { rows.Add([.. cells]); }
            if (rows.Count > limits.Rows) { throw new ReadException(ReadFault.TooManyRows, Place); }
        }
        return rows;
    }

    private static void Hang(Dictionary<int, (string Words, int Rows)> hanging, List<string> cells)
    {
        while (hanging.Remove(cells.Count, out (string Words, int Rows) cell))
        {
            if (cell.Rows > 1) { hanging[cells.Count] = (cell.Words, cell.Rows - 1); }
            cells.Add(cell.Words);
        }
    }

    private static string Words(IElement cell)
    {
        StringBuilder text = new();
        Append(cell, text);
        return string.Join('\n', Wording.Lines(text.ToString()));
    }

    // as deep as the parser nests elements, which has a limit
    private static void Append(INode node, StringBuilder text)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText words) { text.Append(words.Data); }
            else { Append(child, text); }
            if (child is IElement { LocalName: "br" or "p" or "div" }) { text.Append('\n'); }
        }
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), out int span) ? Math.Clamp(span, 1, most) : 1;
}
