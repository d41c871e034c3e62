using Bot.Sheets;

namespace Bot.Console.Setup;

/// <summary>Between what a person pasted or uploaded and the rows of a table. Numbers of rows stay those the person sees.</summary>
internal static class SetupText
{
    public static IReadOnlyList<SetupRow> Rows(SetupTable table, SheetReading reading)
    {
        int[] places = Places(table, reading.Rows, out bool hasHeading);
        return [.. reading.Rows.Skip(hasHeading ? 1 : 0).Select(row => new SetupRow(row.Number, [.. places.Select(place => row[place])]))];
    }

    /// <summary>The rows as text of the form, each on the line of its number.</summary>
    public static string Write(SetupTable table, IEnumerable<SetupRow> rows)
    {
        List<string> lines = [];
        foreach (SetupRow row in rows)
        {
            if (lines.Count == 0 && row.Number > 1) { lines.Add(Heading(table)); }
            while (lines.Count < row.Number - 1) { lines.Add(""); }
            lines.Add(string.Join('\t', row.Values.Select(OneLine)).TrimEnd('\t'));
        }
        return string.Join('\n', lines);
    }

    public static string Write(SetupTable table, IEnumerable<string[]> rows) =>
        Write(table, rows.Select((values, i) => new SetupRow(i + 2, values)));

    private static string Heading(SetupTable table) => string.Join('\t', table.Columns.Select(column => column.Title));

    private static string OneLine(string cell) => cell.ReplaceLineEndings(" ").Replace('\t', ' ');

    // by heading when the first row is one, else in our order
    private static int[] Places(SetupTable table, IReadOnlyList<SheetRow> rows, out bool hasHeading)
    {
        int[] named = rows.Count == 0 ? [] : [.. table.Columns.Select(column => Find(rows[0], column))];
        hasHeading = named.Count(place => place >= 0) >= Math.Min(2, table.Columns.Count) || named.Length > 0 && named[0] >= 0;
        return hasHeading ? named : [.. table.Columns.Select((_, i) => i)];
    }

    private static int Find(SheetRow heading, SetupColumn column) =>
        heading.Cells.Index().Where(cell => cell.Item.TrimEnd('*', '＊') is var title && (title == column.Title || column.Also.Contains(title)))
            .Select(cell => cell.Index).Append(-1).First();
}
