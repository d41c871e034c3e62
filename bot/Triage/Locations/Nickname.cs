namespace Bot.Triage.Locations;

/// <summary>The doorplate people write into their group name: 12-2-301小陈, 3栋2梯容姨, 幸福里-3-2-501李姐, A座1503.</summary>
internal static class Nickname
{
    public static Place? Read(PlaceFinder finder, Compounds compounds, string nickname)
    {
        foreach (FoundPlace found in finder.Buildings(nickname, compounds.First(nickname)?.Compound, nickname: true))
        {
            bool elsewhere = found.Place.Facility is not null || found.Place.Building!.Contains('与') || Near(nickname, found.End);
            return elsewhere ? null : found.Place;
        }
        return null;
    }

    /// <summary>"6号楼对面麻将室" does not live in 6号楼.</summary>
    private static bool Near(string nickname, int end) =>
        end < nickname.Length && nickname[end] is '旁' or '边' || nickname.AsSpan(Math.Min(end, nickname.Length)).StartsWith("隔壁", StringComparison.Ordinal);
}
