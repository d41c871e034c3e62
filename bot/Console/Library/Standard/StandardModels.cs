using Bot.Answers.Library;

namespace Bot.Console.Library.Standard;

/// <param name="Similar">Other words under which it is found.</param>
public sealed record StandardRow(ShelfDocument Document, Standing Standing, IReadOnlyList<string> Similar);

public sealed record StandardModel(IReadOnlyList<StandardRow> Rows, int Total, int From)
{
    public const int PerPage = 40;
}

/// <param name="Id">Null for a new one.</param>
/// <param name="Grids">Grids and compounds that can be chosen.</param>
public sealed record StandardFormModel(int? Id, StandardForm Form, IReadOnlyList<string> Grids, string? Error = null);

/// <summary>A 标准答复 as it is written on the page; days as the browser sends them.</summary>
public sealed class StandardForm
{
    public int? Id { get; set; }
    public int Version { get; set; }
    public string? Question { get; set; }
    public string? Similar { get; set; }
    public string? Answer { get; set; }
    public string? Effective { get; set; }
    public string? Expires { get; set; }
    public string? Contact { get; set; }
    public string[]? Grids { get; set; }
}
