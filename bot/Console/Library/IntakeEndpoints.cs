using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library;

/// <summary>Documents come in as drafts: uploaded, from an address of the web, pasted, or written anew from one that is there.</summary>
internal static class IntakeEndpoints
{
    // twice what is taken: a browser that is cut off in the middle shows no page that says why
    private const long LargestPost = 2 * UploadReader.LargestPost;
    // a Chinese character takes nine bytes in a form
    private const long LargestText = 8 * 1024 * 1024;

    public static void MapIntake(this RouteGroupBuilder changes)
    {
        changes.MapGet("/drafts", async (LibraryQuery query, CancellationToken cancellationToken) =>
            Page.Of<DraftsPage>(await query.DraftsAsync([], cancellationToken)));
        changes.MapPost("/upload", UploadAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        changes.MapGet("/write", WriteAsync);
        changes.MapPost("/write", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(LargestText));
        changes.MapGet("/web", () => Page.Of<WebPage>(new WebModel())).RequireAuthorization(Access.AdminPolicy);
        changes.MapPost("/web", FetchAsync).RequireAuthorization(Access.AdminPolicy);
    }

    private static async Task<IResult> UploadAsync(
        IFormFileCollection files, HttpContext http, UploadReader reader, LibraryQuery query, DraftDocumentsHandler drafts, CancellationToken cancellationToken)
    {
        IFormFile[] chosen = [.. files.GetFiles("files").Where(file => file.FileName.Length > 0)];
        if (chosen.Length == 0) { return Acts.NotDone(http, "没有选文件。", "/console/knowledge"); }
        if (chosen.Length > UploadReader.MostFiles)
        {
            return Acts.NotDone(http, $"一次最多{UploadReader.MostFiles}份，这次选了{chosen.Length}份。请分几次传。", "/console/knowledge");
        }
        if (chosen.Sum(file => file.Length) > UploadReader.LargestPost)
        {
            return Acts.NotDone(http, $"一次最多{UploadReader.LargestPost / 1024 / 1024}兆，这次选的一共{chosen.Sum(file => file.Length) / 1024 / 1024}兆。请分几次传。", "/console/knowledge");
        }
        List<UploadResult> results = await UploadFiles.ReadAsync(reader, chosen, cancellationToken);
        return await DraftAsync(results, ShelfOrigin.Upload, http, query, drafts, cancellationToken);
    }

    private static async Task<IResult> FetchAsync(
        [FromForm] string? address, HttpContext http, UploadReader reader, LibraryQuery query, DraftDocumentsHandler drafts, CancellationToken cancellationToken)
    {
        UploadResult result = await reader.FromWebAsync(address ?? "", cancellationToken);
        return result.Document is null
            ? Page.Of<WebPage>(new WebModel(address, result.Problem), StatusCodes.Status400BadRequest)
            : await DraftAsync([result], ShelfOrigin.Upload, http, query, drafts, cancellationToken);
    }

    // with something to tell about a file, the page is the answer: a line on the next one would be too short for it
    private static async Task<IResult> DraftAsync(
        List<UploadResult> results, ShelfOrigin origin, HttpContext http, LibraryQuery query, DraftDocumentsHandler drafts, CancellationToken cancellationToken)
    {
        UploadResult[] read = [.. results.Where(result => result.Document is not null)];
        IReadOnlyList<string> known = await drafts.HandleAsync(
            new DraftDocuments([.. read.Select(result => result.Document!)], origin, http.Person(), Notes: read.ToDictionary(result => result.Document!.Name, result => result.Notes ?? [])), cancellationToken);
        List<UploadResult> told = [.. results.Select(result => result with { IsKnown = result.Document is { } document && known.Contains(document.Name) })];
        return told.TrueForAll(result => result.IsKnown) ? Acts.Done(http, $"{told.Count}份都和现在用的一样，没有要发布的。", "/console/knowledge")
            : told.TrueForAll(result => result is { Document: not null, IsKnown: false, Notes: null or [] })
            ? Acts.Done(http, $"{told.Count}份都读出来了，看一看再发布。", "/console/knowledge/drafts")
            : Page.Of<DraftsPage>(await query.DraftsAsync(told, cancellationToken), read.Length == 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <param name="title">What a file was called that could not be read and is now typed in.</param>
    private static async Task<IResult> WriteAsync([FromQuery] int? from, [FromQuery] string? title, LibraryQuery query, CancellationToken cancellationToken) =>
        Page.Of<WritePage>(await query.WriteAsync(
            from, string.IsNullOrWhiteSpace(title) ? null : new WriteForm { Title = title, Effective = query.Today.ToString("yyyy-MM-dd") }, null, cancellationToken));

    private static async Task<IResult> KeepAsync(
        [FromForm] WriteForm form, HttpContext http, LibraryQuery query, DraftDocumentsHandler drafts, CancellationToken cancellationToken)
    {
        (Document? document, string? problem) = ReadForm.Read(form);
        if (document is null)
        {
            return Page.Of<WritePage>(await query.WriteAsync(null, form, problem, cancellationToken), StatusCodes.Status400BadRequest);
        }
        await drafts.HandleAsync(new DraftDocuments([document], ShelfOrigin.Written, http.Person(), form.From), cancellationToken);
        return Acts.Done(http, "记下了，看一看再发布。", "/console/knowledge/drafts");
    }
}
