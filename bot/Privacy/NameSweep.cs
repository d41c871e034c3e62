using System.Text.RegularExpressions;
using Bot.Grids;

namespace Bot.Privacy;

/// <summary>Takes a name out of a text where it is that name, and nobody else's, and no word.</summary>
internal sealed class NameSweep
{
    private const int Shortest = 2;

    // a long one of letters and digits is nobody else's wherever it stands
    private const int Unmistakable = 5;

    // what is said of people around their names, and no name begins or ends so
    private const string Before = "给请找对跟和向让叫是与问由被把、，。：；！？";
    private const string After = "说的在报问反那已也又开要打回是想给把被让去到住有没不";

    private static readonly string[] Words =
    [
        "门卫", "物业", "管理员", "保安", "保洁", "管家", "客服", "师傅", "网格", "网格员", "网格长", "微网格员", "社区", "居委会", "街道", "楼长", "楼栋长",
        "业主", "居民", "租客", "房东", "邻居", "群主", "群友", "大家", "所有人", "机器人", "小助手", "电梯", "维修", "维修工",
    ];

    private readonly Regex _places;
    private readonly string _name;
    private readonly string _with;

    private NameSweep(string name, string with)
    {
        (_name, _with) = (name, with);
        string plain = Regex.Escape(name);
        bool alone = !name.Any(char.IsAsciiDigit) || !name.Any(char.IsLetter) || Signs(name) < Unmistakable;
        _places = new Regex(
            alone ? $@"(?:(?<![\p{{L}}\p{{Nd}}\-—·])|(?<=[{Before}])){plain}(?![\p{{Nd}}\-—·])(?:(?!\p{{L}})|(?=[{After}]))" : $@"(?<![\p{{Nd}}\-—]){plain}(?!\p{{Nd}}|·\d)",
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Null for a name that is a word too: only where it says who spoke is it that person.</summary>
    public static NameSweep? Of(string name, string with, CommunityDirectory directory) =>
        Signs(name) < Shortest || Words.Contains(name) || WordsOf(directory).Contains(name) ? null : new NameSweep(name, with);

    public string Without(string text) => text.Contains(_name, StringComparison.Ordinal) ? _places.Replace(text, _with) : text;

    public bool IsIn(string text) => text.Contains(_name, StringComparison.Ordinal) && _places.IsMatch(text);

    /// <summary>Where it stands in a text.</summary>
    public IEnumerable<(int Start, int Length)> PlacesIn(string text) =>
        text.Contains(_name, StringComparison.Ordinal) ? _places.Matches(text).Select(match => (match.Index, match.Length)) : [];

    private static int Signs(string name) => name.Count(char.IsLetterOrDigit);

    private static IEnumerable<string> WordsOf(CommunityDirectory directory) =>
    [
        .. directory.BotNames, .. directory.Groups.Keys, .. directory.Compounds.SelectMany(compound => compound.Buildings.Concat(compound.Alias).Append(compound.Name)),
        .. directory.Grids.SelectMany(grid => grid.MicroGrids.Select(micro => micro.Name).Append(grid.Name)),
        .. directory.Partners.SelectMany(partner => new[] { partner.Name, partner.Contact }).OfType<string>(),
        .. directory.People.Where(person => person.Role != PersonRoles.Resident).SelectMany(person => new[] { person.Name, person.Title }).OfType<string>(),
    ];
}
