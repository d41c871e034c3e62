using Bot.Figures;
using Bot.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Figures;

/// <summary>What the figures are narrowed to, as in an address.</summary>
public sealed record FigureAsk
{
    public const string Home = "/console/figures";
    public const string Rows = Home + "/rows";

    [FromQuery(Name = "p")]
    public string? PeriodName { get; init; }

    [FromQuery(Name = "grid")]
    public string? Grid { get; init; }

    [FromQuery(Name = "category")]
    public string? CategoryName { get; init; }

    [FromQuery(Name = "topic")]
    public string? Topic { get; init; }

    [FromQuery(Name = "urgency")]
    public string? UrgencyName { get; init; }

    public Category? Category => LabelNames.TryParse(CategoryName, out Category category) ? category : null;

    public Urgency? Urgency => LabelNames.TryParse(UrgencyName, out Urgency urgency) ? urgency : null;

    /// <summary>Narrowed by more than the period.</summary>
    public bool IsNarrowed => Blank(Grid) is not null || Category is not null || Blank(Topic) is not null || Urgency is not null;

    /// <summary>The period asked for; this month when none is.</summary>
    public Period Period(DateOnly today) => Bot.Figures.Period.Read(PeriodName) ?? Bot.Figures.Period.Of(PeriodKind.Month, today);

    public Slice Slice(Period period, GridGroups grids) =>
        new(period.From, period.To, grids.Of(Blank(Grid)), Category, Blank(Topic), Urgency);

    public string Address(string path = Home, string? measure = null, int page = 1) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["m"] = measure,
        ["p"] = Blank(PeriodName),
        ["grid"] = Blank(Grid),
        ["category"] = Blank(CategoryName),
        ["topic"] = Blank(Topic),
        ["urgency"] = Blank(UrgencyName),
        ["page"] = page > 1 ? page.ToString() : null,
    });

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
