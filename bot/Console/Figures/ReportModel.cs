using Bot.Figures;

namespace Bot.Console.Figures;

/// <param name="IsWhole">Whether it is of the whole community, and not of the reader's own groups.</param>
public sealed record ReportModel(MonthlyReport Report, FigureAsk Ask, string? Community, bool IsWhole);
