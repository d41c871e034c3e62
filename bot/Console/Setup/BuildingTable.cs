using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class BuildingTable : SetupTable
{
    public override string Key => "buildings";

    public override string Title => "楼栋";

    public override string Hint => "一行一栋，也可以写“1-12”。单元写几个（3）或写名字（东、西）。整个小区归一个网格，楼号填“全部”。";

    public override int? Step => 3;

    public override IReadOnlyList<SetupColumn> Columns { get; } =
        [new("小区", 18), new("楼号", 12, "楼栋", "楼栋号", "楼"), new("单元", 12, "单元数"), new("网格", 16), new("微网格", 16), new("微网格员", 12)];

    public override IReadOnlyList<string[]> Example { get; } =
        [["锦绣苑", "1-12", "3", "第一网格", "", ""], ["锦绣苑", "13号楼", "东、西", "第二网格", "锦绣微一", "汪小满"], ["福安巷", "全部", "", "第二网格", "", ""]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) => directory.Compounds.SelectMany(compound => BuildingRows.Of(directory, compound));

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        BuildingPlan plan = new(directory);
        foreach (SetupRow row in rows)
        {
            if (BuildingReading.Read(directory, row, out IReadOnlyList<BuildingEntry> entries) is { } problem) { problems.Add(problem); continue; }
            if (entries.FirstOrDefault(entry => seen.ContainsKey(entry.Place)) is { } twice)
            {
                problems.Add(row.Wrong($"“{twice.Place}”第 {seen[twice.Place]} 行已经写过。", 1));
                continue;
            }
            foreach (BuildingEntry entry in entries)
            {
                seen.Add(entry.Place, row.Number);
                plan.Add(entry, row.OrNull(3), row.OrNull(4), row.OrNull(5));
            }
        }
        return new SetupResult(plan.Build(), problems);
    }
}

/// <param name="Place">As a grid owns it: 锦绣苑, 锦绣苑1号楼, 锦绣苑1号楼2单元.</param>
/// <param name="Building">Null for a whole compound.</param>
/// <param name="IsPart">Whether it is a unit of a building that has a row of its own.</param>
internal sealed record BuildingEntry(Compound Compound, string Place, string? Building, IReadOnlyList<string> Units, bool IsPart = false);
