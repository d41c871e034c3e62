namespace Bot.Sheets;

/// <summary>A sheet that was read; blank rows are left out, the others keep their numbers.</summary>
public sealed record ReadSheet(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Which column of the first row bears one of these headings; -1 when none does.</summary>
    public int Column(params IReadOnlyList<string> titles) => Rows is [var heading, ..]
        ? heading.Cells.Index().Where(cell => titles.Contains(cell.Item)).Select(cell => cell.Index).Append(-1).First()
        : -1;
}
