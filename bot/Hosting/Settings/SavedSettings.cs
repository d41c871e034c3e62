namespace Bot.Hosting.Settings;

/// <summary>A setting that was saved on a page.</summary>
internal sealed record SavedSetting(string Value, bool IsSecret);

/// <summary>What was saved on pages of the console.</summary>
/// <param name="Values">By their keys, e.g. <c>Channels:Http:Gateways:gate1:Secret</c>.</param>
/// <param name="Off">Sections whose settings are kept and not used.</param>
internal sealed record SavedSettings(IReadOnlyDictionary<string, SavedSetting> Values, IReadOnlySet<string> Off)
{
    public static readonly SavedSettings Nothing = new(new Dictionary<string, SavedSetting>(), new HashSet<string>());

    public bool Any(string section) => Values.Keys.Any(key => IsIn(section, key));

    public bool IsOff(string section) => Off.Contains(section, StringComparer.OrdinalIgnoreCase);

    public SavedSettings Switched(string section, bool on) =>
        this with { Off = Off.Where(other => !other.Equals(section, StringComparison.OrdinalIgnoreCase)).Concat(on ? [] : [section]).ToHashSet(StringComparer.OrdinalIgnoreCase) };

    public SavedSettings Without(string section) =>
        Switched(section, on: true) with { Values = Values.Where(pair => !IsIn(section, pair.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase) };

    /// <summary>What the program reads of it.</summary>
    public Dictionary<string, string?> InUse() => Values.Where(pair => !Off.Any(section => IsIn(section, pair.Key)))
        .ToDictionary(pair => pair.Key, pair => (string?)pair.Value.Value, StringComparer.OrdinalIgnoreCase);

    private static bool IsIn(string section, string key) => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);
}
