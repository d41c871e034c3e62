using Bot.Channels.ChatRecord;
using Bot.Channels.ChatRecord.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Records;

/// <summary>聊天记录: pasted, looked at, taken in.</summary>
internal static class RecordEndpoints
{
    // more than is taken, so that the page can say so
    private const int LargestPost = 24 * 1024 * 1024;

    public static void MapRecords(this RouteGroupBuilder console)
    {
        RouteGroupBuilder records = console.MapGroup("/records");
        records.MapGet("", async (HttpContext http, RecordsQuery query, CancellationToken cancellationToken) =>
            Page.Of<RecordsPage>(await query.LoadAsync(http.Scope(), cancellationToken)));
        records.MapPost("", PasteAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost))
            .WithFormOptions(valueLengthLimit: LargestPost, multipartBodyLengthLimit: LargestPost);
        records.MapGet("/{id:int}", ShowAsync);
        records.MapPost("/{id:int}/change", ChangeAsync);
        records.MapPost("/{id:int}/take", TakeAsync);
        records.MapPost("/{id:int}/discard", DiscardAsync);
    }

    private static async Task<IResult> PasteAsync(
        [FromForm] PasteForm? sent, HttpContext http, RecordsQuery query, PasteRecordHandler handler, CancellationToken cancellationToken)
    {
        PasteForm form = sent ?? new PasteForm(null, null, null);
        string? text = form.Text;
        // Not a parameter: one would refuse the form without a file
        if (http.Request.Form.Files["file"] is { Length: > 0 } file)
        {
            text = file.Length > PasteRecordHandler.MostBytes ? null : await ReadAsync(file, cancellationToken);
            if (text is null) { return await RefuseAsync(PasteRecordHandler.TooLarge); }
        }
        PasteResult result = await handler.HandleAsync(new PasteRecord(text ?? "", form.GroupName, http.Scope()), cancellationToken);
        return result.Id is { } id ? TypedResults.LocalRedirect($"/console/records/{id}") : await RefuseAsync(result.Refusal!);

        async Task<IResult> RefuseAsync(string error) =>
            Page.Of<RecordsPage>(await query.LoadAsync(http.Scope(), cancellationToken) with { Kept = form, Error = error }, StatusCodes.Status400BadRequest);
    }

    private static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[file.Length];
        await using Stream content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return RecordText.Decode(bytes);
    }

    private static async Task<IResult> ShowAsync(
        int id, [FromQuery] int? page, [FromQuery] int? who, HttpContext http, RecordsQuery query, CancellationToken cancellationToken) =>
        await query.FindAsync(http.Scope(), id, page ?? 1, who ?? 1, cancellationToken) switch
        {
            PreviewModel preview => Page.Of<PreviewPage>(preview),
            ResultModel result => Page.Of<ResultPage>(result),
            _ => Page.Of<Frame.MissingPage>("这份记录已经不在了：没收进来的记录只留一天。", StatusCodes.Status404NotFound),
        };

    private static async Task<IResult> ChangeAsync(
        int id, [FromForm] int version, HttpContext http, ChangeRecordHandler handler, CancellationToken cancellationToken) =>
        !Covers(http, http.Request.Form["group"]) ? Acts.NotDone(http, PasteRecordHandler.NotYours, $"/console/records/{id}")
        : await handler.HandleAsync(RecordForm.Read(id, version, http.Request.Form), cancellationToken) is null
            ? Acts.NotDone(http, "没有保存：这份记录刚被改过或者收走了，请再看一眼。", $"/console/records/{id}")
            : Acts.Done(http, "改好了。", $"/console/records/{id}");

    private static async Task<IResult> TakeAsync(
        int id, [FromForm] int version, HttpContext http, ChangeRecordHandler change, TakeRecordHandler handler, CancellationToken cancellationToken)
    {
        if (!Covers(http, http.Request.Form["group"])) { return Acts.NotDone(http, PasteRecordHandler.NotYours, $"/console/records/{id}"); }
        int seen = await change.HandleAsync(RecordForm.Read(id, version, http.Request.Form), cancellationToken) ?? version;
        return await handler.HandleAsync(new TakeRecord(id, seen, http.Scope()), cancellationToken) switch
        {
            TakeOutcome.Taken => TypedResults.LocalRedirect($"/console/records/{id}"),
            TakeOutcome.TakenBefore => Acts.Done(http, "这份记录已经收过了。", $"/console/records/{id}"),
            TakeOutcome.NotTheirs => Acts.NotDone(http, PasteRecordHandler.NotYours, $"/console/records/{id}"),
            TakeOutcome.Stale => Acts.NotDone(http, "没有收：这份记录刚被改过，请再看一眼。", $"/console/records/{id}"),
            _ => Acts.NotDone(http, "这份记录已经不在了：没收进来的记录只留一天。请再粘贴一次。", "/console/records"),
        };
    }

    // what is taken in for a group nobody gave them would be seen by others, not by them
    private static bool Covers(HttpContext http, string? group) => string.IsNullOrWhiteSpace(group) || http.Scope().Covers(group.Trim());

    private static async Task<IResult> DiscardAsync(int id, HttpContext http, DiscardRecordHandler handler, CancellationToken cancellationToken)
    {
        await handler.HandleAsync(new DiscardRecord(id), cancellationToken);
        return Acts.Done(http, "没有收，粘贴的内容已经删掉。", "/console/records");
    }
}
