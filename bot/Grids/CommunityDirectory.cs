using System.Text.Json.Serialization;
using Bot.Grids.Duty;

namespace Bot.Grids;

/// <summary>
/// What the product knows of a community besides its messages: groups, compounds, grids and people.
/// The same JSON is the <c>--directory</c> of a replay, the sample community, and the console's import and export;
/// a file that only has <c>community</c>, <c>bot_names</c>, <c>groups</c> and <c>compounds</c> is complete.
/// </summary>
public sealed record CommunityDirectory
{
    public string? Community { get; init; }

    [JsonPropertyName("bot_names")]
    public IReadOnlyList<string> BotNames { get; init; } = ["网格小助手"];

    /// <summary>Group name to the name of its compound; null for the community-wide group.</summary>
    public IReadOnlyDictionary<string, string?> Groups { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<Compound> Compounds { get; init; } = [];

    public IReadOnlyList<Grid> Grids { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>物业 and 共建单位 that matters can be handed to.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>The week plan of who is on duty.</summary>
    public IReadOnlyList<DutyShift> Duty { get; init; } = [];

    /// <summary>Exceptions from the week plan, in the order they were made.</summary>
    [JsonPropertyName("duty_changes")]
    public IReadOnlyList<DutyChange> DutyChanges { get; init; } = [];
}

/// <summary>A residential compound (小区). <see cref="Style"/> is <c>buildings</c> or <c>doorplates</c>.</summary>
public sealed record Compound(string Name)
{
    public IReadOnlyList<string> Alias { get; init; } = [];

    public string Style { get; init; } = "buildings";

    /// <summary>Normal forms of its buildings ("3号楼"); empty when not recorded.</summary>
    public IReadOnlyList<string> Buildings { get; init; } = [];

    /// <summary>Building to its units ("1单元"); a building whose units are not recorded is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Units { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A grid (网格): the groups and buildings it looks after and who leads it.</summary>
public sealed record Grid(string Name)
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Name of the grid lead (网格长); null while the post is vacant.</summary>
    public string? Lead { get; init; }

    /// <summary>Name of the person alerted when the lead does not acknowledge an emergency.</summary>
    public string? Backup { get; init; }

    /// <summary>What it owns, written as places are in the community-wide group: "锦绣苑1号楼", "锦绣苑2号楼3单元", "梧桐里" for the whole compound.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    [JsonPropertyName("micro_grids")]
    public IReadOnlyList<MicroGrid> MicroGrids { get; init; } = [];
}

/// <summary>A micro-grid (微网格) of a grid: about a hundred households.</summary>
public sealed record MicroGrid(string Name)
{
    /// <summary>Name of whoever looks after it (微网格员); null while the post is vacant.</summary>
    public string? Lead { get; init; }

    /// <summary>Written as <see cref="Grid.Places"/>.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>A 物业 or 共建单位: whom to call for what. It has no login.</summary>
public sealed record Partner(string Name)
{
    /// <summary><c>property</c> or <c>partner</c>.</summary>
    public string Kind { get; init; } = "partner";

    /// <summary>What it is there for, in its own words: "路灯和线路检修".</summary>
    public string? For { get; init; }

    /// <summary>Topics of tickets it takes ("路灯"); empty when only its words say.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Compounds it serves; empty for all.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];

    public string? Phone { get; init; }

    /// <summary>Whom to ask for.</summary>
    public string? Contact { get; init; }
}

/// <summary>A person the community knows; <see cref="Role"/> is one of <see cref="PersonRoles"/>.</summary>
public sealed record Person(string Name)
{
    public string Role { get; init; } = "resident";

    /// <summary>How the name is written in a reply: "陈网格长". Null means the name itself.</summary>
    public string? Title { get; init; }

    /// <summary>Groups the person speaks in; used by the playground and to tell staff from residents.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Shown masked; null when not recorded.</summary>
    public string? Phone { get; init; }

    /// <summary>What the office's sign-in service calls the person (OpenID Connect); null for none.</summary>
    public string? Account { get; init; }
}
