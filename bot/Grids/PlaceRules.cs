namespace Bot.Grids;

/// <summary>Rules of units, of what grids and micro-grids own, and of who leads the latter.</summary>
internal static class PlaceRules
{
    public static IEnumerable<string> Errors(CommunityDirectory directory) =>
        [.. directory.Compounds.SelectMany(Units), .. directory.Grids.SelectMany((grid, i) => Owned(directory, grid, i)), .. Shared(directory)];

    private static IEnumerable<string> Units(Compound compound)
    {
        foreach ((string building, IReadOnlyList<string> units) in compound.Units)
        {
            string where = $"compounds「{compound.Name}」的 units「{building}」";
            if (!compound.Buildings.Contains(building)) { yield return $"{where}：楼栋「{building}」不在 buildings 里"; }
            foreach (string unit in units)
            {
                string usual = PlaceNames.UsualUnit(unit ?? "");
                if (DirectoryRules.NameError(unit) is { } error) { yield return $"{where}：单元「{unit}」{error}"; }
                else if (usual != unit) { yield return $"{where}：单元「{unit}」不认识，是「{usual}」吗？"; }
            }
            foreach (string twice in DirectoryRules.Twice(units)) { yield return $"{where}：单元「{twice}」写了两次"; }
        }
    }

    private static IEnumerable<string> Owned(CommunityDirectory directory, Grid grid, int place)
    {
        string where = $"grids 第 {place + 1} 个「{grid.Name}」";
        foreach (string error in grid.Places.Select(name => Problem(directory, name)).OfType<string>()) { yield return $"{where}：{error}"; }
        foreach (MicroGrid micro in grid.MicroGrids)
        {
            string inside = $"{where}的微网格「{micro.Name}」";
            if (DirectoryRules.NameError(micro.Name) is { } error) { yield return $"{inside}：{error}"; }
            if (micro.Lead is { } lead && directory.PersonNamed(lead) is var person && (person is null || person.Role == PersonRoles.Resident))
            {
                yield return person is null ? $"{inside}：「{lead}」不在 people 里" : $"{inside}：「{lead}」是居民，不能当微网格员";
            }
            foreach (string problem in micro.Places.Select(name => Problem(directory, name)).OfType<string>()) { yield return $"{inside}：{problem}"; }
        }
        foreach (string twice in DirectoryRules.Twice(grid.MicroGrids.Select(micro => micro.Name))) { yield return $"{where}：微网格「{twice}」写了两次"; }
    }

    private static IEnumerable<string> Shared(CommunityDirectory directory)
    {
        foreach (string twice in DirectoryRules.Twice(directory.Grids.SelectMany(grid => grid.Places.Distinct()))) { yield return $"grids：「{twice}」归了两个网格"; }
        foreach (string twice in DirectoryRules.Twice(directory.Grids.SelectMany(grid => grid.MicroGrids).SelectMany(micro => micro.Places.Distinct())))
        {
            yield return $"grids：「{twice}」归了两个微网格";
        }
    }

    private static string? Problem(CommunityDirectory directory, string place)
    {
        if (DirectoryRules.NameError(place) is { } error) { return $"地点「{place}」{error}"; }
        Compound? compound = directory.Compounds.Where(known => place.StartsWith(known.Name, StringComparison.Ordinal)).MaxBy(known => known.Name.Length);
        if (compound is null) { return $"地点「{place}」开头的小区不在 compounds 里，要写成“小区＋楼号”，如「锦绣苑1号楼」"; }
        if (place == compound.Name) { return null; }
        string? building = compound.Buildings.Where(known => PlaceNames.Covers(PlaceNames.Full(compound.Name, known), place)).MaxBy(known => known.Length);
        if (building is null) { return $"地点「{place}」：{compound.Name}没有登记这栋楼"; }
        string unit = place[PlaceNames.Full(compound.Name, building).Length..];
        return unit.Length == 0 || compound.Units.GetValueOrDefault(building, []).Contains(unit) ? null : $"地点「{place}」：{building}没有登记「{unit}」";
    }
}
