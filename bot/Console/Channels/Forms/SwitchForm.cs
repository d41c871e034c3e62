using Bot.Audit;
using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

internal enum FormSwitch
{
    /// <summary>Kept and not used.</summary>
    Off,
    On,

    /// <summary>Taken out of what is saved, secrets too.</summary>
    Forget,
}

/// <summary>An administrator turns what is saved of a kind of channel off, on again, or has it forgotten.</summary>
internal sealed record SwitchForm(ChannelForm Form, FormSwitch To);

internal sealed class SwitchFormHandler(SettingsDesk desk, AuditTrail trail)
{
    /// <returns>Why not; null when it was done.</returns>
    public Task<string?> HandleAsync(SwitchForm command, CancellationToken cancellationToken) =>
        desk.OneAtATimeAsync(() => SwitchAsync(command, cancellationToken), cancellationToken);

    private async Task<string?> SwitchAsync(SwitchForm command, CancellationToken cancellationToken)
    {
        ChannelForm form = command.Form;
        SavedSettings saved = desk.File.Read();
        SavedSettings after = command.To == FormSwitch.Forget ? saved.Without(form.Section) : saved.Switched(form.Section, command.To == FormSwitch.On);
        if (Refusal(form, command.To, after) is { } refusal) { return refusal; }
        string act = command.To switch { FormSwitch.Off => "channels/disable", FormSwitch.On => "channels/enable", _ => "channels/unset" };
        await trail.RecordAsync(new AuditAct(act, form.Label), cancellationToken);
        desk.File.Write(after);
        return null;
    }

    private string? Refusal(ChannelForm form, FormSwitch to, SavedSettings after) => to switch
    {
        FormSwitch.Off when FormCheck.IsThere(form, desk.With(after)) => "它的设置也写在环境变量、命令行或 appsettings.json 里，请在那里去掉",
        FormSwitch.On when FormCheck.Wrong(form, desk.With(after), new Dictionary<string, string>()).Values.FirstOrDefault() is { } wrong => wrong.TrimEnd('。'),
        _ => null,
    };
}
