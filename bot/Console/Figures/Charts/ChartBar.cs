namespace Bot.Console.Figures.Charts;

/// <param name="Link">What the number counts; null for none.</param>
/// <param name="Pattern">One of the fills of the page: "plain", "dense", "slant", "dots".</param>
public sealed record ChartBar(string Label, int Value, string? Link = null, string Pattern = "plain");
