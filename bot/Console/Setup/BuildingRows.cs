using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>What the directory says of a compound's buildings, as rows of the building table.</summary>
internal static class BuildingRows
{
    public static IEnumerable<string[]> Of(CommunityDirectory directory, Compound compound)
    {
        if (Owners(directory, compound.Name) is [_, ..] whole) { yield return [compound.Name, "全部", "", .. whole]; }
        foreach (string building in compound.Buildings)
        {
            string place = PlaceNames.Full(compound.Name, building);
            string[] owners = Owners(directory, place);
            yield return [compound.Name, building, Units(compound.Units.GetValueOrDefault(building, [])), .. owners.Length > 0 ? owners : ["", "", ""]];
            foreach (string unit in compound.Units.GetValueOrDefault(building, []))
            {
                if (Owners(directory, place + unit) is [_, ..] own) { yield return [compound.Name, building + unit, "", .. own]; }
            }
        }
    }

    private static string Units(IReadOnlyList<string> units) =>
        units.Index().All(unit => unit.Item == $"{unit.Index + 1}单元") ? units.Count == 0 ? "" : $"{units.Count}" : string.Join('、', units.Select(unit => unit[..^2]));

    // grid, micro-grid and who looks after it; empty when nobody owns just this
    private static string[] Owners(CommunityDirectory directory, string place)
    {
        foreach (Grid grid in directory.Grids)
        {
            MicroGrid? micro = grid.MicroGrids.FirstOrDefault(one => one.Places.Contains(place));
            if (micro is not null || grid.Places.Contains(place)) { return [grid.Name, micro?.Name ?? "", micro?.Lead ?? ""]; }
        }
        return [];
    }
}
