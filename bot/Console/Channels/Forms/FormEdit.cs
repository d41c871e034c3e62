using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

/// <summary>What a person wrote into a form, put to what is saved.</summary>
internal sealed class FormEdit
{
    public const string Clear = "clear:";
    public const string Remove = "remove:";
    public const string New = "new";
    public const string NewField = "new:";

    private const int LongestName = 80;

    private readonly ChannelForm _form;
    private readonly SettingsDesk _desk;
    private readonly SavedSettings _saved;
    private readonly FormSettings _settings;
    private readonly IFormCollection _written;
    private readonly Dictionary<string, SavedSetting> _values;
    private readonly List<string> _changes = [];
    private readonly List<FormSetting> _moved = [];
    private readonly List<FormSetting> _kept = [];

    public FormEdit(ChannelForm form, SettingsDesk desk, SavedSettings saved, IFormCollection written)
    {
        (_form, _desk, _saved, _written, _settings) = (form, desk, saved, written, new FormSettings(form, desk, saved));
        _values = new Dictionary<string, SavedSetting>(saved.Values, StringComparer.OrdinalIgnoreCase);
        foreach (FormSetting setting in _settings.All) { Set(setting, Text(setting.Path), _written[Clear + setting.Path] == "true"); }
        foreach (string entry in _settings.EntryNames.Where(entry => _written[Remove + _settings.EntryPath(entry)] == "true")) { Take(entry); }
        if (form.Entries is { } entries) { Add(entries, Text(New)); }
    }

    /// <summary>What it would be from now on.</summary>
    public SavedSettings Saved => _saved with { Values = _values };

    /// <summary>
    /// Addresses that must not be saved, with the words beside them: secrets that were typed before would be sent to the new place, to whoever typed that.
    /// </summary>
    public IReadOnlyDictionary<string, string> Moved => _kept.Count == 0 ? new Dictionary<string, string>() : _moved.ToDictionary(moved => moved.Path, _ => MovedWords());

    /// <summary>What people call what changed, and of an address the new host; never what else it says.</summary>
    public IReadOnlyList<string> Changes => _changes;

    /// <summary>The name of the entry that is added; null for none.</summary>
    public string? Added { get; private set; }

    /// <summary>What is wrong with the name of a new entry.</summary>
    public string? NameWrong { get; private set; }

    private string Text(string name) => _written[name].ToString().Trim();

    private void Set(FormSetting setting, string typed, bool clear)
    {
        string key = _settings.Key(setting.Path);
        if (IsKept(setting, typed, clear)) { _kept.Add(setting); }
        if (_desk.FixedBy(key) is not null) { return; }
        string below = _desk.Below(key) ?? _settings.Default(setting.Path);
        string before = _values.TryGetValue(key, out SavedSetting? saved) ? saved.Value : below;
        string after = setting.Field.Kind switch
        {
            FieldKind.Secret => clear ? "" : typed.Length > 0 ? typed : before,
            FieldKind.Switch => typed == "true" ? "true" : "false",
            _ => typed.Length > 0 || _desk.Below(key) is not null ? typed : below,
        };
        if (IsSame(before, after)) { return; }
        if (IsSame(below, after)) { _values.Remove(key); }
        else { _values[key] = new SavedSetting(after, setting.Field.Kind == FieldKind.Secret); }
        // the vendor's own needs no proof
        if (setting.Field.Kind == FieldKind.Address && !IsSame(after, _settings.Default(setting.Path))) { _moved.Add(setting); }
        _changes.Add(setting.Field.Kind == FieldKind.Address && Uri.TryCreate(after, UriKind.Absolute, out Uri? address) ? $"{setting.Label}（{address.Host}）" : setting.Label);
    }

    private bool IsKept(FormSetting setting, string typed, bool clear) => setting.Field.Kind == FieldKind.Secret && _settings.Value(setting.Path).Length > 0
        && (_desk.FixedBy(_settings.Key(setting.Path)) is not null || (!clear && typed.Length == 0));

    private string MovedWords()
    {
        string secrets = string.Join("、", _kept.Select(secret => $"“{secret.Label}”"));
        return _kept.Exists(secret => _desk.FixedBy(_settings.Key(secret.Path)) is not null)
            ? $"{secrets}会发到这个网址，有的不是在这页填的：网址请写在同一个地方。"
            : $"换了网址，{secrets}要再填一遍：原来填的不会发到新网址去。";
    }

    private void Take(string entry)
    {
        if (_settings.StandsIn(entry) is not null) { return; }
        string key = _settings.Key(_settings.EntryPath(entry));
        foreach (string gone in _values.Keys.Where(known => known.Equals(key, StringComparison.OrdinalIgnoreCase) || known.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            _values.Remove(gone);
        }
        _changes.Add($"删掉{entry}");
    }

    private void Add(FormEntries entries, string name)
    {
        bool written = entries.Fields.Any(field => field.Kind != FieldKind.Choice && Text(NewField + field.Key).Length > 0);
        NameWrong = name switch
        {
            "" => written ? $"{(entries.OfGroups ? "请选是哪个群的" : "请起个名字")}。" : null,
            _ when name.Length > LongestName || name.Contains(':', StringComparison.Ordinal) => $"名字里不能有英文冒号，最多{LongestName}个字。",
            _ when _settings.EntryNames.Contains(name, StringComparer.OrdinalIgnoreCase) => "已经有了，请在上面改。",
            _ => null,
        };
        if (name.Length == 0 || NameWrong is not null) { return; }
        Added = name;
        foreach (FormSetting setting in _settings.Of(name))
        {
            string typed = Text(NewField + setting.Field.Key);
            string after = setting.Field.Kind == FieldKind.Switch && typed.Length == 0 ? "false" : typed;
            // the first says that it is there, also where it is missing, so that its absence is refused
            bool isFirst = setting.Field == entries.Fields[0];
            if (!isFirst && (after.Length == 0 || IsSame(after, _settings.Default(setting.Path)))) { continue; }
            _values[_settings.Key(setting.Path)] = new SavedSetting(after, setting.Field.Kind == FieldKind.Secret);
        }
        _changes.Add($"加上{name}");
    }

    private static bool IsSame(string one, string other) => one == other
        || (bool.TryParse(one, out bool first) && bool.TryParse(other, out bool second) && first == second);
}
