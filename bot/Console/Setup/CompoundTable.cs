using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class CompoundTable : SetupTable
{
    private const string Doors = "门牌";

    public override string Key => "compounds";

    public override string Title => "社区";

    public override string Hint => "一行一个小区。沿街按门牌住的，写法填“门牌”。";

    public override int? Step => 1;

    public override IReadOnlyList<SetupColumn> Columns { get; } = [new("小区", 18, "小区名", "小区名称", "名称"), new("别名", 18, "也叫"), new("写法", 10)];

    public override IReadOnlyList<string[]> Example { get; } = [["锦绣苑", "锦绣", "楼栋"], ["福安巷", "", Doors]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) =>
        directory.Compounds.Select(compound => new[] { compound.Name, string.Join('、', compound.Alias), compound.Style == "doorplates" ? Doors : "楼栋" });

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        List<Compound> compounds = [];
        foreach (SetupRow row in rows)
        {
            if (row[0].Length == 0) { problems.Add(row.Wrong("小区没有名字。", 0)); continue; }
            if (row[2] is not ("" or "楼栋" or Doors)) { problems.Add(row.Wrong($"写法“{row[2]}”不认识，只能是楼栋或门牌。", 2, "楼栋")); continue; }
            if (row.List(1).Prepend(row[0]).FirstOrDefault(name => !seen.TryAdd(name, row.Number)) is { } twice)
            {
                problems.Add(row.Wrong($"“{twice}”第 {seen[twice]} 行已经写过。", 0));
                continue;
            }
            Compound known = directory.Compounds.FirstOrDefault(compound => compound.Name == row[0]) ?? new Compound(row[0]);
            compounds.Add(known with { Alias = row.List(1), Style = row[2] == Doors ? "doorplates" : "buildings" });
        }
        foreach (Compound gone in directory.Compounds.Where(compound => compounds.All(kept => kept.Name != compound.Name)))
        {
            // it stays until nothing depends on it, so that a slip of the hand takes nothing with it
            string[] groups = [.. directory.Groups.Where(group => group.Value == gone.Name).Select(group => group.Key)];
            if (groups.Length == 0 && gone.Buildings.Count == 0) { continue; }
            compounds.Add(gone);
            problems.Add(new SetupProblem(0, $"表里少了小区“{gone.Name}”，它还有{(groups.Length > 0 ? $"群“{groups[0]}”" : $"{gone.Buildings.Count}栋楼")}。请先改那边，或者把它加回来。"));
        }
        return new SetupResult(directory with { Compounds = compounds }, problems);
    }
}
