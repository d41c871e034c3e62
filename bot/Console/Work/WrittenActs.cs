using Bot.Messaging.Pictures;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>Acts with words of the worker: when they cannot be saved, the page comes back with the words in it.</summary>
internal static class WrittenActs
{
    private const string NoPhoto = "没有保存：照片要是5兆以内的图片，请换一张再试。";

    public static async Task<IResult> NoteAsync(
        int number, [FromForm] int version, [FromForm] string? note, HttpContext http,
        TicketQuery query, NoteTicketHandler handler, CancellationToken cancellationToken)
    {
        if (Blank(note)) { return await KeepAsync(http, query, number, new Kept("note", note, "请写一两句联系的情况。"), cancellationToken); }
        TicketResult result = await handler.HandleAsync(new NoteTicket(number, version, http.Person(), note!.Trim()), cancellationToken);
        return await TellAsync(http, query, result, number, "已记下。", new Kept("note", note, ""), cancellationToken);
    }

    public static async Task<IResult> CloseAsync(
        int number, [FromForm] int version, [FromForm] string? reason, HttpContext http,
        TicketQuery query, CloseTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new CloseTicket(number, version, http.Person(), Blank(reason) ? null : reason!.Trim()), cancellationToken);
        return await TellAsync(http, query, result, number, $"{number}号已办结。", new Kept("close", reason, ""), cancellationToken);
    }

    public static async Task<IResult> ReopenAsync(
        int number, [FromForm] int version, [FromForm] string? reason, HttpContext http,
        TicketQuery query, ReopenTicketHandler handler, CancellationToken cancellationToken)
    {
        if (Blank(reason)) { return await KeepAsync(http, query, number, new Kept("reopen", reason, "请写一句为什么重新办。"), cancellationToken); }
        TicketResult result = await handler.HandleAsync(new ReopenTicket(number, version, http.Person(), reason!.Trim()), cancellationToken);
        return await TellAsync(http, query, result, number, $"{number}号已重新交办。", new Kept("reopen", reason, ""), cancellationToken);
    }

    public static async Task<IResult> ResolveAsync(
        int number, [FromForm] int version, [FromForm] string? cause, HttpContext http,
        TicketQuery query, ResolveTicketHandler handler, PhotoStore photos, CancellationToken cancellationToken)
    {
        string? stored = null;
        // Not a parameter: one would refuse the one-tap form, which carries no file
        if (http.Request.Form.Files["photo"] is { Length: > 0 } photo)
        {
            await using Stream content = photo.OpenReadStream();
            stored = await photos.SaveAsync(content, cancellationToken);
            if (stored is null) { return await KeepAsync(http, query, number, new Kept("resolve", cause, NoPhoto), cancellationToken); }
        }
        TicketResult result = await handler.HandleAsync(
            new ResolveTicket(number, version, http.Person(), Blank(cause) ? null : cause!.Trim(), stored), cancellationToken);
        return await TellAsync(http, query, result, number, $"{number}号办好了{Acts.IfHeard(result, "，已请反映人确认")}。", new Kept("resolve", cause, ""), cancellationToken, undo: OneTapActs.Undo(number));
    }

    internal static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    internal static async Task<IResult> TellAsync(
        HttpContext http, TicketQuery query, TicketResult result, int number, string done, Kept kept, CancellationToken cancellationToken,
        string? undo = null) =>
        result.IsDone
            ? Acts.Done(http, done + Acts.Heard(http, result), $"/console/tickets/{number}", undo)
            : await KeepAsync(http, query, number, kept with { Error = $"没有保存：{result.Message}。", Since = result.Seen }, cancellationToken);

    internal static async Task<IResult> KeepAsync(HttpContext http, TicketQuery query, int number, Kept kept, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, http.Scope(), cancellationToken) is { } model
            ? Page.Of<TicketPage>(model with { Kept = kept }, StatusCodes.Status409Conflict)
            : TicketEndpoints.NotHere(number);
}
