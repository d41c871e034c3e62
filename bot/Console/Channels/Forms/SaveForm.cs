using Bot.Audit;
using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

/// <summary>An administrator has filled in the settings of a kind of channel.</summary>
/// <param name="Stamp">Of what was saved when the page was made.</param>
internal sealed record SaveForm(ChannelForm Form, string Stamp, IFormCollection Written);

/// <param name="Wrong">By the path of the field; empty when it was saved.</param>
/// <param name="Added">Name of a new entry, whose fields stand under names of their own.</param>
/// <param name="IsStale">Somebody saved in between.</param>
/// <param name="HasChanged">Whether anything differs from before.</param>
/// <param name="IsThere">Whether the channel is there after the next start.</param>
internal sealed record SaveFormResult(
    IReadOnlyDictionary<string, string> Wrong, string? Added = null, string? NameWrong = null, bool IsStale = false, bool HasChanged = false, bool IsThere = false)
{
    public bool IsDone => Wrong.Count == 0 && NameWrong is null && !IsStale;
}

internal sealed class SaveFormHandler(SettingsDesk desk, AuditTrail trail)
{
    public const string Act = "channels/settings";

    private static readonly Dictionary<string, string> Nothing = [];

    public Task<SaveFormResult> HandleAsync(SaveForm command, CancellationToken cancellationToken) =>
        desk.OneAtATimeAsync(() => SaveAsync(command, cancellationToken), cancellationToken);

    private async Task<SaveFormResult> SaveAsync(SaveForm command, CancellationToken cancellationToken)
    {
        ChannelForm form = command.Form;
        if (desk.File.Stamp != command.Stamp) { return new SaveFormResult(Nothing, IsStale: true); }
        FormEdit edit = new(form, desk, desk.File.Read(), command.Written);
        if (edit.NameWrong is { } wrong) { return new SaveFormResult(Nothing, NameWrong: wrong); }
        if (edit.Moved.Count > 0) { return new SaveFormResult(edit.Moved, edit.Added); }
        IConfigurationRoot candidate = desk.With(edit.Saved.Switched(form.Section, on: true));
        if (FormCheck.Wrong(form, candidate, Names(form, edit.Saved)) is { Count: > 0 } found) { return new SaveFormResult(found, edit.Added); }
        if (edit.Changes.Count > 0)
        {
            // before it is done: what cannot be recorded is not done
            await trail.RecordAsync(new AuditAct(Act, form.Label, string.Join("、", edit.Changes)), cancellationToken);
            desk.File.Write(edit.Saved);
        }
        return new SaveFormResult(Nothing, HasChanged: edit.Changes.Count > 0, IsThere: FormCheck.IsThere(form, candidate));
    }

    private Dictionary<string, string> Names(ChannelForm form, SavedSettings saved)
    {
        FormSettings settings = new(form, desk, saved);
        return settings.All.ToDictionary(setting => settings.Key(setting.Path), setting => setting.Label, StringComparer.OrdinalIgnoreCase);
    }
}
