using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library.Editing;

/// <summary>Passages, versions and citations of a document.</summary>
internal static class EditEndpoints
{
    public static void MapEditing(this RouteGroupBuilder console, RouteGroupBuilder changes)
    {
        console.MapGet("/knowledge/documents/{id:int}/versions", VersionsAsync);
        console.MapGet("/knowledge/cite", async (
            [FromQuery] string? document, [FromQuery] long? at, [FromQuery] string? quote, EditionsQuery query, CancellationToken cancellationToken) =>
            Page.Of<CitePage>(await query.CiteAsync(document ?? "", at, quote, cancellationToken)));
        changes.MapGet("/documents/{id:int}/passages", PassagesAsync);
        changes.MapPost("/documents/{id:int}/passages/{act}", ChangeAsync);
        changes.MapPost("/documents/{id:int}/stand", StandAsync);
    }

    public static string Passages(int id, int? open = null) => $"/console/knowledge/documents/{id}/passages{(open is null ? null : $"?n={open}#p{open}")}";

    private static async Task<IResult> PassagesAsync(
        int id, [FromQuery] int? n, [FromQuery] int? from, EditionsQuery query, CancellationToken cancellationToken) =>
        await query.PassagesAsync(id, n, from, cancellationToken) is { } model ? Page.Of<PassagesPage>(model) : NotHere();

    private static async Task<IResult> VersionsAsync(
        int id, [FromQuery] int? before, [FromQuery] int? after, HttpContext http, EditionsQuery query, CancellationToken cancellationToken) =>
        await query.VersionsAsync(id, before, after, http.User.May(Access.CommunityPolicy), cancellationToken) is { } model ? Page.Of<VersionsPage>(model) : NotHere();

    private static IResult NotHere() => Page.Of<NoDocumentPage>("没有这份文件，可能已经清空了。", StatusCodes.Status404NotFound);

    /// <param name="now">Taken out of use or put back in the same moment: 试问一句 does so.</param>
    private static async Task<IResult> ChangeAsync(
        int id, string act, [FromForm] int? version, [FromForm] int? n, [FromForm] int? at, [FromForm] string? text, [FromForm] bool? now, [FromForm] string? back,
        HttpContext http, EditPassageHandler handler, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse(act, ignoreCase: true, out PassageAct what) || !Enum.IsDefined(what)) { return TypedResults.NotFound(); }
        int passage = n ?? -1;
        ShelfResult result = await handler.HandleAsync(
            new EditPassage(id, version ?? -1, what, passage, http.Person(), at ?? 0, text, now ?? false), cancellationToken);
        if (result is not { IsDone: true, Document: { } document })
        {
            return Acts.NotDone(http, $"没有保存：{result.Message}。", result.Document is { } other ? Passages(other.Id, other.Id == id ? passage : null) : "/console/knowledge");
        }
        return document.IsLive
            ? Acts.Done(http, what == PassageAct.Off ? "这一段停用了，不再用它回答。" : "这一段又能用了。", back ?? Passages(document.Id, passage),
                document.BasedOn is { } former ? $"/console/knowledge/documents/{former}/restore?v={await FormerAsync(http, former, cancellationToken)}" : null)
            : Acts.Done(http, document.Id == id ? "改好了，还没有发布。" : "改动记在待发布里了，发布后才生效。", Passages(document.Id, passage));
    }

    private static async Task<int> FormerAsync(HttpContext http, int id, CancellationToken cancellationToken) =>
        (await http.RequestServices.GetRequiredService<EditionsQuery>().PassagesAsync(id, null, null, cancellationToken))?.Document.Version ?? -1;

    private static async Task<IResult> StandAsync(
        int id, [FromForm] int? version, HttpContext http, StandOnLatestHandler handler, CancellationToken cancellationToken)
    {
        ShelfResult result = await handler.HandleAsync(new StandOnLatest(id, version ?? -1, http.Person()), cancellationToken);
        return result.IsDone
            ? Acts.Done(http, "好，发布时用这一份。", $"/console/knowledge/documents/{id}")
            : Acts.NotDone(http, $"没有保存：{result.Message}。", $"/console/knowledge/documents/{id}");
    }
}
