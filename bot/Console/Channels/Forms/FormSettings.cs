using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

/// <summary>A setting of a form: which one, and what people call it.</summary>
internal sealed record FormSetting(FormField Field, string Path, string Label);

/// <summary>The settings of a form as they are saved, also while they are switched off.</summary>
internal sealed class FormSettings(ChannelForm form, SettingsDesk desk, SavedSettings saved)
{
    private readonly IConfigurationRoot _all = desk.With(saved.Switched(form.Section, on: true));

    public IReadOnlyList<string> EntryNames => form.Entries is not { } entries ? []
        : [.. _all.GetSection(Key(entries.Key)).GetChildren().Select(child => child.Key)];

    /// <summary>All of them, those of entries too.</summary>
    public IEnumerable<FormSetting> All => form.Parts.SelectMany(part => part.Fields).Select(one => new FormSetting(one, one.Key, one.Label))
        .Concat(EntryNames.SelectMany(Of));

    public IEnumerable<FormSetting> Of(string entry) =>
        form.Entries!.Fields.Select(field => new FormSetting(field, PathOf(entry, field), $"{entry}：{field.Label}"));

    public string Key(string path) => $"{form.Section}:{path}";

    public string EntryPath(string entry) => $"{form.Entries!.Key}:{entry}";

    public string PathOf(string entry, FormField field) => field.Key.Length == 0 ? EntryPath(entry) : $"{EntryPath(entry)}:{field.Key}";

    /// <summary>What holds; the default where nothing is set, empty for nothing.</summary>
    public string Value(string path) => _all[Key(path)] ?? Default(path);

    public string Default(string path) => SettingDefaults.Of(form.Section, path) ?? "";

    /// <summary>Where an entry stands outside of what is saved; null when it is only saved.</summary>
    public string? StandsIn(string entry) => desk.FixedBy(Key(EntryPath(entry))) is not null ? "环境变量或启动的命令行"
        : desk.IsBelow(Key(EntryPath(entry))) ? "appsettings.json" : null;
}
