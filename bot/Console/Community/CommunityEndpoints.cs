using System.Text;
using Bot.Audit;
using Bot.Grids;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Community;

/// <summary>The community's groups, grids and compounds: for administrators.</summary>
internal static class CommunityEndpoints
{
    private const int LargestFile = 5 * 1024 * 1024;

    // more, so that a file that is too large can be told from a broken form
    private const long LargestPost = 30_000_000;

    public static void MapCommunity(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/community").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", Show);
        pages.MapGet("/export", Export).Audited("community/export");
        pages.MapPost("/import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        pages.MapPost("/clear", ClearAsync);
    }

    private static IResult Show(CommunityStore store) =>
        Page.Of<CommunityPage>(new CommunityModel(store.Current, store.IsSample, []));

    private static FileContentHttpResult Export(CommunityStore store, TimeProvider clock) => TypedResults.File(
        Encoding.UTF8.GetBytes(store.ExportJson()), "application/json", $"名册_{clock.GetUtcNow():yyyy-MM-dd}.json");

    private static async Task<IResult> ImportAsync(
        IFormFile? file, [FromForm] bool? clear, HttpContext http, CommunityStore store, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 }) { return Wrong(store, "没有选文件，或者文件是空的。"); }
        if (file.Length > LargestFile) { return Wrong(store, "文件太大，名册一般不到1兆。请看看是不是选错了。"); }
        using StreamReader reader = new(file.OpenReadStream(), Encoding.UTF8);
        ImportResult result = await store.ImportAsync(await reader.ReadToEndAsync(cancellationToken), http.Person(), clear ?? false, cancellationToken);
        return result.Outcome switch
        {
            ImportOutcome.Imported => Acts.Done(http, "名册已导入。", "/console/community"),
            ImportOutcome.SampleInTheWay => Page.Of<CommunityPage>(
                new CommunityModel(store.Current, store.IsSample, [], AskToClear: true), StatusCodes.Status409Conflict),
            _ => Wrong(store, [.. result.Errors]),
        };
    }

    private static async Task<IResult> ClearAsync(
        [FromForm] bool? sure, HttpContext http, CommunityStore store, CancellationToken cancellationToken)
    {
        if (sure is not true) { return Acts.NotDone(http, "没有清空：请先勾上“我知道删了找不回来”。", "/console/community"); }
        return await store.ClearSampleAsync(http.Person(), cancellationToken)
            ? Acts.Done(http, "示例已清空。请导入您社区的名册。", "/console/community")
            : Acts.NotDone(http, "没有清空：现在放的不是示例。", "/console/community");
    }

    private static IResult Wrong(CommunityStore store, params string[] errors) =>
        Page.Of<CommunityPage>(new CommunityModel(store.Current, store.IsSample, errors), StatusCodes.Status400BadRequest);
}
