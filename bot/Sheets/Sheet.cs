namespace Bot.Sheets;

/// <summary>One sheet to write. Rows are taken one by one, so they may come from a reader that is still reading.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<Cell>> Rows);

/// <param name="Width">In characters of the body font; a Chinese one counts two.</param>
/// <param name="IsText">Whether what someone types below the heading stays as typed: phones, building numbers.</param>
/// <param name="IsHidden">Whether it is for reading the sheet back and not for the eye.</param>
public sealed record SheetColumn(string Title, int Width = 14, bool IsText = false, bool IsHidden = false);
