using Bot.Figures;
using Bot.Tickets;

namespace Bot.Console.Figures;

/// <param name="Ticket">Null when the reader may know that it is there, and no more.</param>
public sealed record FigureRow(int Number, Ticket? Ticket);

/// <param name="Total">The number on the page that led here.</param>
public sealed record RowsModel(FigureAsk Ask, Period Period, Measure Measure, IReadOnlyList<FigureRow> Rows, int Total, int Page)
{
    public const int PerPage = 40;

    public bool HasMore => Total > Page * PerPage;
}
