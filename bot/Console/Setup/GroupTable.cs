using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class GroupTable : SetupTable
{
    private const string Everyone = "全社区";

    public override string Key => "groups";

    public override string Title => "群";

    public override string Hint => "一行一个群，群名要和聊天软件里一样。社区大群的小区填“全社区”。";

    public override int? Step => 4;

    public override IReadOnlyList<SetupColumn> Columns { get; } = [new("群名", 24, "群", "群名称"), new("小区", 18), new("网格", 16)];

    public override IReadOnlyList<string[]> Example { get; } = [["东篱社区大群", Everyone, ""], ["锦绣苑一网格群", "锦绣苑", "第一网格"]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) =>
        directory.Groups.Select(group => new[] { group.Key, group.Value ?? Everyone, directory.GridOf(group.Key)?.Name ?? "" });

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        Dictionary<string, string?> groups = [];
        ILookup<string, string> owned = rows.Where(row => row[2].Length > 0).DistinctBy(row => row[0]).ToLookup(row => row[2], row => row[0]);
        foreach (SetupRow row in rows)
        {
            if (Problem(directory, row, seen) is { } problem) { problems.Add(problem); continue; }
            groups[row[0]] = row[1] == Everyone ? null : row.OrNull(1) ?? (directory.Compounds is [var only] ? only.Name : null);
        }
        return new SetupResult(
            directory with
            {
                Groups = groups,
                Grids = [.. directory.Grids.Select(grid => grid with { Groups = [.. owned[grid.Name].Where(groups.ContainsKey)] })],
                People = [.. directory.People.Select(person => person with { Groups = [.. person.Groups.Where(groups.ContainsKey)] })],
            },
            problems);
    }

    private static SetupProblem? Problem(CommunityDirectory directory, SetupRow row, Dictionary<string, int> seen)
    {
        if (row[0].Length == 0) { return row.Wrong("群没有名字。", 0); }
        if (!seen.TryAdd(row[0], row.Number)) { return row.Wrong($"群“{row[0]}”第 {seen[row[0]]} 行已经写过。", 0); }
        if (row[1] is not ("" or Everyone) && directory.Compounds.All(compound => compound.Name != row[1]))
        {
            return row.Unknown("小区", 1, directory.Compounds.Select(compound => compound.Name), "请先在第1步加上，或者填“全社区”");
        }
        return row[2].Length > 0 && directory.Grids.All(grid => grid.Name != row[2])
            ? row.Unknown("网格", 2, directory.Grids.Select(grid => grid.Name), "请先在第2步加上")
            : null;
    }
}
