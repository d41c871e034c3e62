using System.Net;
using Bot.Grids;
using Bot.Hosting.Settings;
using Bot.Messaging.Forms;

namespace Bot.Console.Channels.Forms;

internal sealed class FormQuery(SettingsDesk desk, ChannelForms forms, ChannelLinesQuery lines, CommunityStore community)
{
    public PendingModel Pending()
    {
        try
        {
            SavedSettings saved = desk.File.Read();
            return new PendingModel([.. forms.All.Where(form => desk.IsPending(form.Section, saved)).Select(form => form.Label)], null);
        }
        catch (SettingsException e)
        {
            return new PendingModel([], e.Message);
        }
    }

    /// <param name="written">What a person has just filled in, when it was refused.</param>
    public async Task<FormModel> LoadAsync(ChannelForm form, HttpRequest request, IFormCollection? written, SaveFormResult? result, CancellationToken cancellationToken)
    {
        PendingModel pending = Pending();
        SavedSettings saved = pending.Damage is null ? desk.File.Read() : SavedSettings.Nothing;
        FormViews views = new(form, desk, new FormSettings(form, desk, saved), written, result);
        return new FormModel(
            form, desk.File.Stamp, await lines.LoadAsync(channel => form.IsOf(channel.Name), cancellationToken), pending, views.Parts(), views.Entries(),
            views.New(community.Current.Groups.Keys), saved.IsOff(form.Section), saved.Any(form.Section),
            form.Callback is null ? null : $"{request.Scheme}://{request.Host}{form.Callback}", IsReachable(request), IsInTheClear(request),
            result is null ? null : Refusal(result));
    }

    private static string? Refusal(SaveFormResult result) => result switch
    {
        { IsDone: true } => null,
        { IsStale: true } => "刚有人改过这里的设置。您填的还在下面，请看看再保存一次，密钥要再填一遍。",
        _ when result.Wrong.TryGetValue(FormCheck.Whole, out string? whole) => $"{whole}填的还在下面，密钥要再填一遍。",
        _ => $"有{result.Wrong.Count + (result.NameWrong is null ? 0 : 1)}处要改。填的还在下面，密钥要再填一遍。",
    };

    private static bool IsInTheClear(HttpRequest request) =>
        !request.IsHttps && request.HttpContext.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from);

    // what a vendor could never reach is said at once; what it can reach nobody knows from here
    private static bool IsReachable(HttpRequest request) => request.IsHttps && request.Host.Host is var host
        && host.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(host.Trim('[', ']'), out _);
}
