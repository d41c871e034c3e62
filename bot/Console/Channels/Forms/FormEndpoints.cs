using Bot.Hosting.Settings;
using Bot.Messaging.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Channels.Forms;

/// <summary>The page of one kind of channel: how it does, what the vendor needs, its settings.</summary>
internal static class FormEndpoints
{
    private const string Saved = "保存好了，重启程序后生效。";

    public static void MapChannelForms(this RouteGroupBuilder pages)
    {
        pages.MapGet("/{name}", ShowAsync);
        pages.MapPost("/{name}/settings", SaveAsync);
        pages.MapPost("/{name}/disable", (string name, HttpContext http, ChannelForms forms, SwitchFormHandler handler, CancellationToken cancellationToken) =>
            SwitchAsync(name, FormSwitch.Off, "停用好了，重启程序后停下。设置还留着。", http, forms, handler, cancellationToken));
        pages.MapPost("/{name}/enable", (string name, HttpContext http, ChannelForms forms, SwitchFormHandler handler, CancellationToken cancellationToken) =>
            SwitchAsync(name, FormSwitch.On, "启用好了，重启程序后接上。", http, forms, handler, cancellationToken));
        pages.MapPost("/{name}/unset", ForgetAsync);
    }

    private static async Task<IResult> ShowAsync(string name, HttpContext http, ChannelForms forms, FormQuery query, CancellationToken cancellationToken) =>
        forms.Find(name) is { } form
            ? Page.Of<FormPage>(await query.LoadAsync(form, http.Request, written: null, result: null, cancellationToken))
            : TypedResults.NotFound();

    private static async Task<IResult> SaveAsync(
        string name, IFormCollection written, HttpContext http, ChannelForms forms, FormQuery query, SaveFormHandler handler, CancellationToken cancellationToken)
    {
        if (forms.Find(name) is not { } form) { return TypedResults.NotFound(); }
        try
        {
            SaveFormResult result = await handler.HandleAsync(new SaveForm(form, written["stamp"].ToString(), written), cancellationToken);
            if (!result.IsDone)
            {
                return Page.Of<FormPage>(await query.LoadAsync(form, http.Request, written, result, cancellationToken), StatusCodes.Status400BadRequest);
            }
            string said = !result.HasChanged ? "没有改动。" : result.IsThere ? Saved : "保存好了。现在填的还不够，重启后也接不上。";
            return Acts.Done(http, said, Address(form));
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            return Acts.NotDone(http, "没有保存：存设置的文件读不出或写不进，请看看数据目录的磁盘和权限。", Address(form));
        }
    }

    private static async Task<IResult> ForgetAsync(
        string name, [FromForm] bool? sure, HttpContext http, ChannelForms forms, SwitchFormHandler handler, CancellationToken cancellationToken)
    {
        if (sure is not true && forms.Find(name) is { } form) { return Acts.NotDone(http, "没有清掉：请先勾上“清掉”。", Address(form)); }
        return await SwitchAsync(name, FormSwitch.Forget, "清掉了，重启程序后停下。", http, forms, handler, cancellationToken);
    }

    private static async Task<IResult> SwitchAsync(
        string name, FormSwitch to, string done, HttpContext http, ChannelForms forms, SwitchFormHandler handler, CancellationToken cancellationToken)
    {
        if (forms.Find(name) is not { } form) { return TypedResults.NotFound(); }
        try
        {
            return await handler.HandleAsync(new SwitchForm(form, to), cancellationToken) is { } refusal
                ? Acts.NotDone(http, $"没有改：{refusal}。", Address(form))
                : Acts.Done(http, done, Address(form));
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            return Acts.NotDone(http, "没有改：存设置的文件读不出或写不进，请看看数据目录的磁盘和权限。", Address(form));
        }
    }

    private static string Address(ChannelForm form) => $"/console/channels/{form.Name}";
}
