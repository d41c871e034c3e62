using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>What a row of the building table says. Pure.</summary>
internal static partial class BuildingReading
{
    private const int MostUnits = 20;
    private const int MostBuildings = 200;

    /// <summary>Null when the row is right.</summary>
    public static SetupProblem? Read(CommunityDirectory directory, SetupRow row, out IReadOnlyList<BuildingEntry> entries)
    {
        entries = [];
        Compound? compound = row[0].Length == 0 && directory.Compounds is [var only] ? only : directory.Compounds.FirstOrDefault(known => known.Name == row[0]);
        if (compound is null)
        {
            return row[0].Length == 0 ? row.Wrong("没有写小区。", 0) : row.Unknown("小区", 0, directory.Compounds.Select(known => known.Name), "请先在第1步加上");
        }
        if (row[3].Length > 0 && directory.Grids.All(grid => grid.Name != row[3])) { return row.Unknown("网格", 3, directory.Grids.Select(grid => grid.Name), "请先在第2步加上"); }
        if (row[4].Length > 0 && row[3].Length == 0) { return row.Wrong($"微网格“{row[4]}”归哪个网格没有写。", 3); }
        if (row[5].Length > 0 && row[4].Length == 0) { return row.Wrong($"“{row[5]}”管哪个微网格没有写。", 4); }
        if (directory.PersonNamed(row[5])?.Role == PersonRoles.Resident) { return row.Wrong($"“{row[5]}”在名册里是居民，请先到人员里改。", 5); }
        if (Units(row[2]) is not { } units) { return row.Wrong($"单元“{row[2]}”不认识，请写几个（3）或名字（东、西）。", 2); }
        return Buildings(compound, row, units, out entries);
    }

    private static SetupProblem? Buildings(Compound compound, SetupRow row, string[] units, out IReadOnlyList<BuildingEntry> entries)
    {
        entries = [];
        if (row[1] is "" or "全部" or "整个小区") { entries = [new BuildingEntry(compound, compound.Name, null, [])]; return null; }
        string plain = PlaceNames.Plain(row[1]);
        if (plain != row[1].Replace(" ", "", StringComparison.Ordinal)) { return row.Wrong($"楼号“{row[1]}”不认识，是 {plain} 吗？", 1, plain); }
        if (Range().Match(plain) is { Success: true } range)
        {
            int from = int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            int to = int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            if (from > to || to - from >= MostBuildings) { return row.Wrong($"楼号“{row[1]}”不认识，要从小到大，一行最多 {MostBuildings} 栋。", 1); }
            entries = [.. Enumerable.Range(from, to - from + 1).Select(number => Entry(compound, PlaceNames.UsualBuilding($"{number}", compound.Style), units))];
            return null;
        }
        if (Part().Match(plain) is { Success: true } part && PlaceNames.UsualBuilding(part.Groups[1].Value, compound.Style) is var whole)
        {
            entries = [new BuildingEntry(compound, PlaceNames.Full(compound.Name, whole) + PlaceNames.UsualUnit(part.Groups[2].Value), whole, [], IsPart: true)];
            return null;
        }
        string building = PlaceNames.UsualBuilding(plain, compound.Style);
        if (building.Length > 20 || Odd().IsMatch(building)) { return row.Wrong($"楼号“{row[1]}”不认识，请一行写一栋，如 36号楼。", 1); }
        entries = [Entry(compound, building, units)];
        return null;
    }

    private static BuildingEntry Entry(Compound compound, string building, string[] units) =>
        new(compound, PlaceNames.Full(compound.Name, building), building, units);

    private static string[]? Units(string text)
    {
        string plain = PlaceNames.Plain(text).Replace("个单元", "", StringComparison.Ordinal);
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return count is >= 0 and <= MostUnits ? [.. Enumerable.Range(1, count).Select(number => $"{number}单元")] : null;
        }
        string[] units = [.. new SetupRow(0, [plain]).List(0).Select(PlaceNames.UsualUnit)];
        return units.Length <= MostUnits && units.All(unit => unit.EndsWith("单元", StringComparison.Ordinal)) ? [.. units.Distinct()] : null;
    }

    [GeneratedRegex("^(\\d{1,4})[-~到至—](\\d{1,4})(?:号楼|栋|幢|号)?$")]
    private static partial Regex Range();

    [GeneratedRegex("^(.+(?:号楼|栋|幢|座|号院|号))(\\d{1,2}单元|[东中西南北甲乙丙丁]单元)$")]
    private static partial Regex Part();

    [GeneratedRegex("[,，、;；/?？!！。]")]
    private static partial Regex Odd();
}
