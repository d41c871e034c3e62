using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class GridTable : SetupTable
{
    public override string Key => "grids";

    public override string Title => "网格";

    public override string Hint => "一行一个网格。网格长还没定，可以空着。新名字会自动加到人员里。";

    public override int? Step => 2;

    public override IReadOnlyList<SetupColumn> Columns { get; } = [new("网格", 16, "网格名", "网格名称"), new("网格长", 12), new("替班", 12, "后备", "B角")];

    public override IReadOnlyList<string[]> Example { get; } = [["第一网格", "陈秀兰", "林志强"], ["第二网格", "林志强", ""]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) =>
        directory.Grids.Select(grid => new[] { grid.Name, grid.Lead ?? "", grid.Backup ?? "" });

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        List<Grid> grids = [];
        CommunityDirectory changed = directory;
        foreach (SetupRow row in rows)
        {
            if (Problem(directory, row, seen) is { } problem) { problems.Add(problem); continue; }
            Grid known = directory.Grids.FirstOrDefault(grid => grid.Name == row[0]) ?? new Grid(row[0]);
            grids.Add(known with { Lead = row.OrNull(1), Backup = row.OrNull(2) });
            changed = changed.WithWorker(row.OrNull(1), PersonRoles.Lead).WithWorker(row.OrNull(2), PersonRoles.Grid);
        }
        return new SetupResult(
            changed with
            {
                Grids = grids,
                Duty = [.. directory.Duty.Where(shift => grids.Any(grid => grid.Name == shift.Grid))],
                DutyChanges = [.. directory.DutyChanges.Where(change => grids.Any(grid => grid.Name == change.Grid))],
            },
            problems);
    }

    private static SetupProblem? Problem(CommunityDirectory directory, SetupRow row, Dictionary<string, int> seen)
    {
        if (row[0].Length == 0) { return row.Wrong("网格没有名字。", 0); }
        if (!seen.TryAdd(row[0], row.Number)) { return row.Wrong($"网格“{row[0]}”第 {seen[row[0]]} 行已经写过。", 0); }
        if (row[1].Length > 0 && row[1] == row[2]) { return row.Wrong($"网格长和替班都是{row[1]}，请换一位。", 2); }
        foreach (int column in new[] { 1, 2 })
        {
            if (directory.PersonNamed(row[column])?.Role == PersonRoles.Resident) { return row.Wrong($"“{row[column]}”在名册里是居民，请先到人员里改。", column); }
        }
        return null;
    }
}
