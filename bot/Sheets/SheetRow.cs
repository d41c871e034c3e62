namespace Bot.Sheets;

/// <summary>A row as its reader sees it: the number on its left edge and its words, trimmed. Past the last cell there is nothing.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";

    public bool IsBlank => Cells.All(cell => cell.Length == 0);
}
