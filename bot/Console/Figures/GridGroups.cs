using Bot.Figures;
using Bot.Grids;

namespace Bot.Console.Figures;

/// <summary>The grids a person sees figures of, each with its groups.</summary>
/// <param name="All">Groups the person sees; null for all.</param>
public sealed record GridGroups(IReadOnlyList<string>? All, IReadOnlyList<(string Name, IReadOnlyList<string> Groups)> Grids)
{
    public static GridGroups Of(CommunityDirectory directory, Scope scope) => new(
        scope.Groups,
        [
            .. directory.Grids.Select(grid => (grid.Name, Groups: grid.Groups.ToArray()))
                .Append((Name: MonthlyReport.NoGrid, Groups: [.. directory.Groups.Keys.Where(group => directory.GridOf(group) is null)]))
                .Select(grid => (grid.Name, (IReadOnlyList<string>)[.. grid.Groups.Where(scope.Covers)])).Where(grid => grid.Item2.Count > 0),
        ]);

    /// <summary>The groups of a grid; an unknown one has none. Null for all.</summary>
    public IReadOnlyList<string>? Of(string? grid) =>
        grid is null ? All : Grids.Where(one => one.Name == grid).SelectMany(one => one.Groups).ToArray();

    /// <summary>The first grid of a group; null outside all of them.</summary>
    public string? GridOf(string group) => Grids.FirstOrDefault(grid => grid.Groups.Contains(group)).Name;
}
