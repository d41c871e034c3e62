using Bot.Triage.Learning;

namespace Bot.Console.Learning;

/// <param name="From">How many are left out before <paramref name="Rows"/>.</param>
public sealed record ExamplesModel(IReadOnlyList<Example> Rows, int Total, int From)
{
    public const int PerPage = 30;

    public int? Next => From + Rows.Count < Total ? From + Rows.Count : null;
}
