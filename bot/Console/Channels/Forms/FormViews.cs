using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

/// <summary>The fields of a form as they stand on the page: as saved, or as a person has just filled them in.</summary>
internal sealed class FormViews(ChannelForm form, SettingsDesk desk, FormSettings settings, IFormCollection? written, SaveFormResult? result)
{
    private int _number;

    public IReadOnlyList<PartView> Parts() => [.. form.Parts.Select(part => new PartView(part, [.. part.Fields.Select(field => Field(field, field.Key))]))];

    public IReadOnlyList<EntryView> Entries() => form.Entries is not { } entries ? []
        : [.. settings.EntryNames.Select(name => new EntryView(
            name, settings.EntryPath(name), settings.StandsIn(name), [.. entries.Fields.Select(field => Field(field, settings.PathOf(name, field)))]))];

    public NewEntryView? New(IEnumerable<string> groups)
    {
        if (form.Entries is not { } entries) { return null; }
        string[] names = entries.OfGroups ? [.. groups.Except(settings.EntryNames).Where(name => !name.Contains(':', StringComparison.Ordinal))] : [];
        string name = written?[FormEdit.New].ToString().Trim() ?? "";
        return new NewEntryView(name, result?.NameWrong, names, [.. entries.Fields.Select(field => NewField(field, name))]);
    }

    private FieldView Field(FormField field, string path)
    {
        string key = settings.Key(path);
        string? source = desk.FixedBy(key);
        string value = settings.Value(path);
        bool isSecret = field.Kind == FieldKind.Secret;
        string shown = written is null || source is not null ? value : written[path].ToString();
        return new FieldView(field, path, Id(), isSecret ? null : shown, isSecret && value.Length > 0, source, result?.Wrong.GetValueOrDefault(path));
    }

    private FieldView NewField(FormField field, string name)
    {
        string? value = field.Kind == FieldKind.Secret ? null : written is null ? settings.Default(settings.PathOf("x", field)) : written[FormEdit.NewField + field.Key].ToString();
        string? wrong = name.Length > 0 && name == result?.Added ? result.Wrong.GetValueOrDefault(settings.PathOf(name, field)) : null;
        return new FieldView(field, FormEdit.NewField + field.Key, Id(), value, IsSet: false, FixedBy: null, wrong);
    }

    private string Id() => $"f{_number++}";
}
