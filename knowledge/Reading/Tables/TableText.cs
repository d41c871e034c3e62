using System.Text;

namespace Knowledge.Reading.Tables;

/// <summary>Writes rows of cells down as Markdown. The heading stands again every few rows, so that a passage of a long table says what its columns are.</summary>
internal static class TableText
{
    // a passage has about 400 characters
    private const int PieceLength = 320;
    private const int LongestTitle = 60;

    /// <param name="rows">Blank ones left out.</param>
    /// <param name="level">Of the headings of questions, where it is a table of them.</param>
    /// <param name="takesTitle">Whether a line above the table, such as the merged cells on top of a sheet, names the document.</param>
    public static void Write(Transcript transcript, IReadOnlyList<string[]> rows, int level, bool takesTitle = false)
    {
        if (FaqColumns.Find(rows) is { } columns)
        {
            Above(transcript, rows.Take(columns.Row), takesTitle);
            FaqText.Write(transcript, rows, columns, level);
            return;
        }
        string[][] kept = [.. WithoutEmptyColumns(rows)];
        int header = Array.FindIndex(kept, row => row.Where(cell => cell.Length > 0).Distinct().Skip(1).Any());
        Above(transcript, header < 0 ? kept : kept.Take(header), takesTitle);
        if (header >= 0) { Grid(transcript, kept[header], kept.Skip(header + 1)); }
    }

    private static void Above(Transcript transcript, IEnumerable<string[]> rows, bool takesTitle)
    {
        foreach (string[] row in rows)
        {
            string said = string.Join(" ", row.Where(cell => cell.Length > 0).Distinct());
            if (takesTitle && transcript.Title is null && said.Length is > 0 and <= LongestTitle && transcript.IsEmpty)
            {
                transcript.Title = Wording.Line(said);
            }
            else
            {
                transcript.Paragraph(said);
            }
        }
    }

    private static void Grid(Transcript transcript, string[] header, IEnumerable<string[]> rows)
    {
        string heading = Line(header);
        string rule = "|" + string.Concat(Enumerable.Repeat(" --- |", header.Length));
        // a long heading stands less often, so that it does not make up most of the text
        int longest = Math.Max(PieceLength, 3 * (heading.Length + rule.Length));
        List<string> piece = [heading, rule];
        int length = heading.Length + rule.Length;
        foreach (string[] row in rows)
        {
            string line = Line(row);
            if (piece.Count > 2 && length + line.Length > longest)
            {
                transcript.Rows(piece);
                piece = [heading, rule];
                length = heading.Length + rule.Length;
            }
            piece.Add(line);
            length += line.Length;
        }
        transcript.Rows(piece);
    }

    private static string Line(string[] cells)
    {
        StringBuilder line = new("|");
        foreach (string cell in cells) { line.Append(' ').Append(OnOneLine(cell).Replace('|', '｜')).Append(" |"); }
        return line.ToString();
    }

    private static string OnOneLine(string cell)
    {
        string[] lines = Wording.Lines(cell);
        return lines.Length < 2 ? string.Concat(lines)
            : string.Concat(lines[..^1].Select(line => char.IsPunctuation(line[^1]) ? line : line + "；")) + lines[^1];
    }

    private static IEnumerable<string[]> WithoutEmptyColumns(IReadOnlyList<string[]> rows)
    {
        int width = rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
        bool[] used = new bool[width];
        foreach (string[] row in rows)
        {
            for (int i = 0; i < row.Length; i++) { used[i] |= row[i].Length > 0; }
        }
        int[] columns = [.. Enumerable.Range(0, width).Where(i => used[i])];
        return rows.Select(row => columns.Select(i => i < row.Length ? row[i] : "").ToArray()).Where(row => row.Any(cell => cell.Length > 0));
    }
}
