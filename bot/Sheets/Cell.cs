namespace Bot.Sheets;

/// <summary>
/// What stands in a cell: text, a number, a day or a point in time. Made by conversion: <c>[ticket.Number, ticket.Matter, clock.Local(at)]</c>.
/// A phone or identity number is text and is passed as a string.
/// </summary>
public readonly record struct Cell
{
    public static readonly Cell Empty;

    internal string? Text { get; private init; }

    internal double? Number { get; private init; }

    internal CellStyle Style { get; private init; }

    /// <summary>0.92 shown as 92%.</summary>
    public static Cell Percent(double? share) => Of(share, CellStyle.Percent);

    public static implicit operator Cell(string? text) => new() { Text = text, Style = CellStyle.Text };

    public static implicit operator Cell(int? number) => Of(number, CellStyle.General);

    public static implicit operator Cell(int number) => Of(number, CellStyle.General);

    public static implicit operator Cell(double? number) => Of(number, CellStyle.General);

    public static implicit operator Cell(double number) => Of(number, CellStyle.General);

    public static implicit operator Cell(DateOnly day) => Of(day.ToDateTime(TimeOnly.MinValue).ToOADate(), CellStyle.Day);

    public static implicit operator Cell(DateOnly? day) => day is { } known ? (Cell)known : Empty;

    /// <param name="local">As the community's clock shows it; the file knows no zones.</param>
    public static implicit operator Cell(DateTime local) => Of(local.ToOADate(), CellStyle.Time);

    public static implicit operator Cell(DateTime? local) => local is { } known ? (Cell)known : Empty;

    private static Cell Of(double? number, CellStyle style) =>
        number is { } known && double.IsFinite(known) ? new Cell { Number = known, Style = style } : Empty;
}
