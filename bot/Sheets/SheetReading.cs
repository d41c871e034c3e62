namespace Bot.Sheets;

/// <summary>What was read, or in one plain Chinese sentence why nothing was.</summary>
public sealed record SheetReading(IReadOnlyList<ReadSheet> Sheets, string? Problem)
{
    /// <summary>The first sheet with anything on it.</summary>
    public IReadOnlyList<SheetRow> Rows => Sheets.FirstOrDefault(sheet => sheet.Rows.Count > 0)?.Rows ?? [];

    internal static SheetReading Refused(string problem) => new([], problem);
}
