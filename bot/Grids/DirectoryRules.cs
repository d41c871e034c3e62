using Bot.Grids.Duty;

namespace Bot.Grids;

/// <summary>What a directory must be to be taken over; each error says in Chinese what is wrong and where.</summary>
internal static class DirectoryRules
{
    /// <summary>Ends the name of somebody who is not known to be a person of the directory; no name there may end so.</summary>
    public const string Unchecked = "（未核对）";

    /// <summary>Begins the name of the conversation with one person; no group may be called so.</summary>
    public const string PrivatePrefix = "私信:";

    private const int LongestName = 60;
    private const int LongestPhone = 24;
    private static readonly string[] Styles = ["buildings", "doorplates"];

    public static IReadOnlyList<string> Errors(CommunityDirectory directory) =>
        [.. Groups(directory), .. Compounds(directory), .. Grids(directory), .. PlaceRules.Errors(directory), .. People(directory), .. PartnerRules.Errors(directory), .. DutyRules.Errors(directory)];

    private static IEnumerable<string> Groups(CommunityDirectory directory)
    {
        HashSet<string> compounds = [.. directory.Compounds.Select(compound => compound.Name)];
        foreach ((string group, string? compound) in directory.Groups)
        {
            if (NameError(group) is { } error) { yield return $"groups 里的群「{group}」：{error}"; }
            if (group.StartsWith(PrivatePrefix, StringComparison.Ordinal)) { yield return $"groups 里的群「{group}」：群名不能以“{PrivatePrefix}”开头"; }
            if (compound is not null && !compounds.Contains(compound)) { yield return $"groups 里的群「{group}」：小区「{compound}」不在 compounds 里"; }
        }
    }

    private static IEnumerable<string> Compounds(CommunityDirectory directory)
    {
        HashSet<string> names = [];
        foreach ((int number, Compound compound) in directory.Compounds.Index())
        {
            string where = $"compounds 第 {number + 1} 个「{compound.Name}」";
            foreach (string name in compound.Alias.Prepend(compound.Name))
            {
                if (NameError(name) is { } error) { yield return $"{where}：{error}"; }
                else if (!names.Add(name)) { yield return $"{where}：名字或别名「{name}」已经用过"; }
            }
            if (!Styles.Contains(compound.Style)) { yield return $"{where}：style 写的是「{compound.Style}」，只能是 {string.Join(" 或 ", Styles)}"; }
            foreach (string error in Buildings(compound)) { yield return $"{where}：{error}"; }
        }
    }

    private static IEnumerable<string> Buildings(Compound compound)
    {
        foreach (string building in compound.Buildings)
        {
            string usual = PlaceNames.UsualBuilding(building, compound.Style);
            if (NameError(building) is { } error) { yield return $"楼栋「{building}」{error}"; }
            else if (usual != building && building.TrimEnd('号') + "号楼" != usual) { yield return $"楼栋「{building}」不认识，是「{usual}」吗？"; }
        }
        foreach (string twice in Twice(compound.Buildings)) { yield return $"楼栋「{twice}」写了两次"; }
    }

    private static IEnumerable<string> Grids(CommunityDirectory directory)
    {
        foreach ((int number, Grid grid) in directory.Grids.Index())
        {
            string where = $"grids 第 {number + 1} 个「{grid.Name}」";
            if (NameError(grid.Name) is { } error) { yield return $"{where}：{error}"; }
            foreach (string group in grid.Groups.Where(group => !directory.Groups.ContainsKey(group))) { yield return $"{where}：群「{group}」不在 groups 里"; }
            foreach (string person in new[] { grid.Lead, grid.Backup }.OfType<string>())
            {
                if (directory.PersonNamed(person) is not { } known) { yield return $"{where}：「{person}」不在 people 里"; }
                else if (known.Role == PersonRoles.Resident) { yield return $"{where}：「{person}」是居民，不能当网格长或后备"; }
            }
            if (grid.Lead is not null && grid.Lead == grid.Backup) { yield return $"{where}：网格长和后备是同一个人「{grid.Lead}」"; }
        }
        foreach (string twice in Twice(directory.Grids.Select(grid => grid.Name))) { yield return $"grids：网格「{twice}」写了两次"; }
        foreach (string twice in Twice(directory.Grids.SelectMany(grid => grid.Groups))) { yield return $"grids：群「{twice}」归了两个网格"; }
    }

    private static IEnumerable<string> People(CommunityDirectory directory)
    {
        foreach ((int number, Person person) in directory.People.Index())
        {
            string where = $"people 第 {number + 1} 人「{person.Name}」";
            if (NameError(person.Name) is { } error) { yield return $"{where}：{error}"; }
            if (person.Name?.EndsWith(Unchecked, StringComparison.Ordinal) == true) { yield return $"{where}：名字不能以“{Unchecked}”结尾，那是留给没有核对过的人的"; }
            if (!IsPhone(person.Phone)) { yield return $"{where}：电话「{person.Phone}」不像电话号码"; }
            if (person.Account is { } account && NameError(account) is { } wrong) { yield return $"{where}：account {wrong}"; }
            if (directory.BotNames.Contains(person.Name)) { yield return $"{where}：和机器人同名"; }
            if (!PersonRoles.All.Contains(person.Role)) { yield return $"{where}：role 写的是「{person.Role}」，只能是 {string.Join("、", PersonRoles.All)}"; }
            foreach (string group in person.Groups.Where(group => !directory.Groups.ContainsKey(group))) { yield return $"{where}：群「{group}」不在 groups 里"; }
        }
        foreach (string twice in Twice(directory.People.Select(person => person.Account).OfType<string>())) { yield return $"people：account「{twice}」写了两次"; }
        foreach (string twice in Twice(directory.People.Select(person => person.Name))) { yield return $"people：「{twice}」写了两次，同名的人请加以区分"; }
    }

    internal static string HalfWidth(string text) => PlaceNames.HalfWidth(text);

    internal static bool IsPhone(string? phone) => phone is null
        || phone.Length <= LongestPhone && phone.Any(char.IsAsciiDigit) && phone.All(sign => char.IsAsciiDigit(sign) || "+-() ".Contains(sign));

    internal static string? NameError(string? name) => name switch
    {
        null or "" => "名字是空的",
        { Length: > LongestName } => $"名字超过 {LongestName} 个字",
        _ when name != name.Trim() || name.Any(char.IsControl) => "名字前后有空格或有看不见的字符",
        _ => null,
    };

    internal static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key);
}
