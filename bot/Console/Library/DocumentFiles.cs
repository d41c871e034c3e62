using System.IO.Compression;
using System.Text;
using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Bot.Sheets;
using Bot.Storage;
using Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library;

/// <summary>Documents as files that can be uploaded again: each carries its name, so that it becomes a version of the same document.</summary>
internal static class DocumentFiles
{
    private const string Plain = "text/markdown; charset=utf-8";

    // what no system takes in a name
    private static readonly char[] Odd = ['<', '>', ':', '"', '|', '?', '*', '\\'];

    public static async Task<IResult> OneAsync(int id, HttpContext http, IDbContextFactory<BotDbContext> contexts, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ShelfDocument>().ReadableBy(http.User.May(Access.CommunityPolicy)).FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } document
            ? TypedResults.File(Encoding.UTF8.GetBytes(Text(document)), Plain, Path.GetFileName(PathOf(document.Name)))
            : Page.Of<NoDocumentPage>("没有这份文件，可能已经清空了。", StatusCodes.Status404NotFound);
    }

    public static async Task<FileStreamHttpResult> AllAsync(IDbContextFactory<BotDbContext> contexts, LibraryQuery query, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IAsyncEnumerable<ShelfDocument> live = db.Set<ShelfDocument>()
            .Live().OrderBy(row => row.Name).AsAsyncEnumerable();
        FileStream file = PassingFile.Create();
        try
        {
            await PackAsync(file, live, cancellationToken);
            file.Position = 0;
            return TypedResults.File(file, "application/zip", $"知识库_{query.Today:yyyy-MM-dd}.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task PackAsync(FileStream file, IAsyncEnumerable<ShelfDocument> documents, CancellationToken cancellationToken)
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        await using ZipArchive archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        await foreach (ShelfDocument document in documents.WithCancellation(cancellationToken))
        {
            string path = PathOf(document.Name);
            if (!paths.Add(path))
            {
                path = $"{Path.ChangeExtension(path, null)}-{document.Id}.md";
                paths.Add(path);
            }
            ZipArchiveEntry entry = archive.CreateEntry(path);
            await using Stream content = await entry.OpenAsync(cancellationToken);
            await content.WriteAsync(Encoding.UTF8.GetBytes(Text(document)), cancellationToken);
        }
    }

    private static string Text(ShelfDocument document) => MarkdownWriter.Write(document.ToDocument(), enabled: document.State != ShelfState.Disabled);

    private static string PathOf(string name) => string.Join('/', name.Split('/').Select(part => string.Join('_', part.Split(Odd)).Trim('.', ' '))) + ".md";
}
