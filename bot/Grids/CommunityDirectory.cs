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
}

/// <summary>A grid or micro-grid (网格, 微网格): the groups it looks after and who leads it.</summary>
public sealed record Grid(string Name)
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Name of the grid lead (网格长); null while the post is vacant.</summary>
    public string? Lead { get; init; }

    /// <summary>Name of the person alerted when the lead does not acknowledge an emergency.</summary>
    public string? Backup { get; init; }
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
