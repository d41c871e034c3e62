using Bot.Grids;

namespace Bot.Console.Setup;

public sealed class PeopleTable : SetupTable
{
    public override string Key => "people";

    public override string Title => "人员";

    public override string Hint => "一行一个人，名字要和群昵称一样。表里没有的人不动；停用请到“人员”。";

    public override IReadOnlyList<SetupColumn> Columns { get; } =
        [new("姓名", 12, "名字"), new("角色", 10, "职务"), new("电话", 14, "手机", "手机号"), new("网格", 16), new("群", 30), new("称呼", 14)];

    public override IReadOnlyList<string[]> Example { get; } =
        [["陈秀兰", "网格长", "010-55550111", "第一网格", "", "陈网格长"], ["物业老吴", "物业", "", "", "锦绣苑一网格群", "吴师傅"]];

    public override IEnumerable<string[]> Rows(CommunityDirectory directory) => directory.People.Where(person => person.Role != PersonRoles.Resident).Select(person => new[]
    {
        person.Name, PersonRoles.RoleTitle(person.Role), person.Phone ?? "",
        string.Join('、', directory.Grids.Where(grid => grid.Lead == person.Name).Select(grid => grid.Name)), string.Join('、', person.Groups), person.Title ?? "",
    });

    public override SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows)
    {
        List<SetupProblem> problems = [];
        Dictionary<string, int> seen = [];
        CommunityDirectory changed = directory;
        foreach (SetupRow row in rows)
        {
            if (Problem(directory, row, seen) is { } problem) { problems.Add(problem); continue; }
            changed = With(changed, row, PersonRoles.All.First(role => PersonRoles.RoleTitle(role) == row[1]));
        }
        return new SetupResult(changed, problems);
    }

    private static CommunityDirectory With(CommunityDirectory directory, SetupRow row, string role)
    {
        Person known = directory.PersonNamed(row[0]) ?? new Person(row[0]);
        string[] grids = row.List(3);
        Person person = known with
        {
            Role = role,
            Phone = row.OrNull(2) ?? known.Phone,
            Title = row.OrNull(5) ?? known.Title ?? Workers.TitleOf(row[0], role),
            // someone of a grid sees its groups; its lead does without being named in each
            Groups = [.. (row[4].Length > 0 ? row.List(4) : known.Groups).Union(role == PersonRoles.Lead ? [] : directory.Grids.Where(grid => grid.Lead != row[0] && grids.Contains(grid.Name)).SelectMany(grid => grid.Groups))],
        };
        return directory with
        {
            People = directory.PersonNamed(row[0]) is null ? [.. directory.People, person] : [.. directory.People.Select(one => one.Name == row[0] ? person : one)],
            Grids = [.. directory.Grids.Select(grid => role == PersonRoles.Lead && grid.Lead is null && grid.Backup != row[0] && grids.Contains(grid.Name) ? grid with { Lead = row[0] } : grid)],
        };
    }

    private static SetupProblem? Problem(CommunityDirectory directory, SetupRow row, Dictionary<string, int> seen)
    {
        string[] titles = [.. PersonRoles.All.Select(PersonRoles.RoleTitle)];
        if (row[0].Length == 0) { return row.Wrong("没有写姓名。", 0); }
        if (!seen.TryAdd(row[0], row.Number)) { return row.Wrong($"“{row[0]}”第 {seen[row[0]]} 行已经写过，同名的人请加以区分。", 0); }
        if (!titles.Contains(row[1])) { return row.Unknown("角色", 1, titles, $"只能是{string.Join("、", titles)}"); }
        if (PlaceNames.HalfWidth(row[2]) is var phone && phone != row[2]) { return row.Wrong($"电话“{row[2]}”不认识，是 {phone} 吗？", 2, phone); }
        if (phone.Length > 0 && !PlaceNames.IsPhone(phone)) { return row.Wrong($"电话“{phone}”不像电话号码。", 2); }
        if (row.List(3).FirstOrDefault(name => directory.Grids.All(grid => grid.Name != name)) is { } grid)
        {
            return row.Wrong($"网格“{grid}”不认识，请先在第2步加上。", 3, row.List(3).Length == 1 ? Likeness.Nearest(grid, directory.Grids.Select(known => known.Name)) : null);
        }
        return row.List(4).FirstOrDefault(name => !directory.Groups.ContainsKey(name)) is { } group ? row.Wrong($"群“{group}”不认识，请先在第4步加上。", 4) : null;
    }
}
