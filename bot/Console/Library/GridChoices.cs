using Bot.Grids;

namespace Bot.Console.Library;

/// <summary>Whom a document can be for: the grids and compounds of the community. Pure.</summary>
internal static class GridChoices
{
    public static IReadOnlyList<string> Of(CommunityDirectory directory) =>
        [.. directory.Grids.Select(grid => grid.Name).Concat(directory.Compounds.Select(compound => compound.Name)).Distinct()];
}
