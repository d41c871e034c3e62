using Bot.Answers.Library;
using Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library;

/// <summary>Documents come in as drafts: uploaded, pasted, or written anew from one that is there.</summary>
internal static class IntakeEndpoints
{
    // more than a file may have, so that a file that is too large can be told from a broken form
    private const long LargestPost = (UploadReader.MostFiles + 5) * (long)UploadReader.LargestBytes;

    public static void MapIntake(this RouteGroupBuilder changes)
    {
        changes.MapGet("/drafts", async (LibraryQuery query, CancellationToken cancellationToken) =>
            Page.Of<DraftsPage>(await query.DraftsAsync([], cancellationToken)));
        changes.MapPost("/upload", UploadAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        changes.MapGet("/write", WriteAsync);
        changes.MapPost("/write", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(4 * UploadReader.LargestBytes));
    }

    private static async Task<IResult> UploadAsync(
        IFormFileCollection files, HttpContext http, LibraryQuery query, DraftDocumentsHandler drafts, CancellationToken cancellationToken)
    {
        IFormFile[] chosen = [.. files.GetFiles("files").Where(file => file.FileName.Length > 0)];
        if (chosen.Length == 0) { return Acts.NotDone(http, "没有选文件。", "/console/knowledge"); }
        if (chosen.Length > UploadReader.MostFiles)
        {
            return Acts.NotDone(http, $"一次最多{UploadReader.MostFiles}份，这次选了{chosen.Length}份。请分几次传。", "/console/knowledge");
        }
        List<UploadResult> results = [];
        foreach (IFormFile file in chosen)
        {
            results.Add(await ReadAsync(file, cancellationToken));
        }
        UploadResult[] failed = [.. results.Where(result => result.Document is null)];
        await drafts.HandleAsync(
            new DraftDocuments([.. results.Select(result => result.Document).OfType<Document>()], ShelfOrigin.Upload, http.Person()), cancellationToken);
        return failed.Length == 0
            ? Acts.Done(http, $"{results.Count}份都读出来了，看一看再发布。", "/console/knowledge/drafts")
            : Page.Of<DraftsPage>(
                await query.DraftsAsync(failed, cancellationToken), failed.Length == results.Count ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<UploadResult> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[Math.Min(file.Length, UploadReader.LargestBytes + 1)];
        await using Stream content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return UploadReader.Read(file.FileName, bytes);
    }

    private static async Task<IResult> WriteAsync([FromQuery] int? from, LibraryQuery query, CancellationToken cancellationToken) =>
        Page.Of<WritePage>(await query.WriteAsync(from, null, null, cancellationToken));

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
