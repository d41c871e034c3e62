using Bot.Grids;

namespace Bot.Open311;

/// <summary>Who asks.</summary>
/// <param name="Id">As in the settings; for one without a key its <see cref="Origin"/>.</param>
/// <param name="Label">As people know it.</param>
/// <param name="Groups">Names of the groups it sees; null for all.</param>
internal sealed record Client(string Id, string Label, IReadOnlyList<string>? Groups, bool Files)
{
    public bool HasKey => Label.Length > 0;

    /// <summary>No private matter whatever; the name is no person's.</summary>
    public Scope Scope => new($"open311:{Id}", Groups) { SeesPrivate = false, Masked = true };

    public static Client Of(string id, ClientOptions options) => new(
        id, string.IsNullOrWhiteSpace(options.Label) ? id : options.Label.Trim(),
        string.IsNullOrWhiteSpace(options.Groups) ? null : options.Groups.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        options.Files);

    public static Client Nobody(string origin) => new(origin, "", Groups: null, Files: false);
}
