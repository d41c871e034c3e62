using Bot.Answers.Library.Checks;
using Bot.Sheets;
using Bot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Checks;

/// <summary>The list of regression questions, and the threshold found on them.</summary>
internal static class CheckEndpoints
{
    private const string Home = "/console/knowledge/checks";

    public static void MapChecks(this RouteGroupBuilder changes)
    {
        changes.MapGet("/checks", async ([FromQuery] int? from, [FromQuery] string? q, [FromQuery] string? document, ChecksQuery query, CancellationToken cancellationToken) =>
            Page.Of<ChecksPage>(await query.ChecksAsync(from, q, document, cancellationToken)));
        changes.MapPost("/checks", AddAsync);
        changes.MapPost("/checks/import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(BroughtChecks.LargestPost));
        changes.MapPost("/checks/remove", RemoveAsync);
        changes.MapGet("/checks/export", async (ChecksQuery query, CancellationToken cancellationToken) => SheetFile.Answer(
            "回归问题", query.Today, CheckSheet.Write(await query.AllAsync(cancellationToken), await query.TitlesAsync(cancellationToken))));
        changes.MapGet("/calibrate", async (ChecksQuery query, CancellationToken cancellationToken) => Page.Of<CalibratePage>(await query.CalibrateAsync(cancellationToken)));
        changes.MapPost("/calibrate", CalibrateAsync);
        changes.MapPost("/calibrate/undo", UndoAsync);
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? question, [FromForm] string? document, [FromForm] string? group, [FromForm] string? back,
        HttpContext http, ChecksQuery query, AddChecksHandler handler, CancellationToken cancellationToken)
    {
        string home = string.IsNullOrEmpty(back) ? Home : back;
        if (string.IsNullOrWhiteSpace(question)) { return Acts.NotDone(http, "没有加：请写上问题。", home); }
        string? name = string.IsNullOrEmpty(document) ? null : document;
        if (name is not null && !(await query.TitlesAsync(cancellationToken)).ContainsKey(name)) { return Acts.NotDone(http, "没有加：这份文件已经不在了。", home); }
        AskedCheck asked = new(question, true, name, query.Groups.Contains(group ?? "") ? group : null);
        return await handler.HandleAsync(new AddChecks([asked], http.Person()), cancellationToken) switch
        {
            null => Acts.NotDone(http, $"没有加：最多{AddChecksHandler.Most}问。", home),
            { Added: > 0 } => Acts.Done(http, "记进回归问题了，每次发布前都会问一遍。", home),
            _ => Acts.Done(http, "这一问已经有了，按这次的记。", home),
        };
    }

    private static async Task<IResult> ImportAsync(HttpContext http, ChecksQuery query, AddChecksHandler handler, CancellationToken cancellationToken)
    {
        (string? problem, IReadOnlyList<AskedCheck> questions, IReadOnlyList<string> problems) =
            await BroughtChecks.ReadAsync(await http.Request.ReadFormAsync(cancellationToken), query, cancellationToken);
        if (problem is not null) { return Acts.NotDone(http, $"没有导入：{problem}", Home); }
        // a question that expects nothing is no regression question
        AskedCheck[] kept = [.. questions.Where(each => each.IsChecked)];
        string left = Left(problems, questions.Count - kept.Length);
        if (kept.Length == 0) { return Acts.NotDone(http, $"没有导入。{(left.Length > 0 ? left : "没有读到问题，请对照导出的表看看。")}", Home); }
        return await handler.HandleAsync(new AddChecks(kept, http.Person()), cancellationToken) is { } done
            ? Acts.Done(http, $"新加{done.Added}问，改了{done.Changed}问。{left}", Home)
            : Acts.NotDone(http, $"没有导入：最多{AddChecksHandler.Most}问。", Home);
    }

    private static string Left(IReadOnlyList<string> problems, int open) => string.Concat(
        problems.Count > 0 ? $"{problems.Count}行没收：{string.Join("；", problems.Take(3))}{(problems.Count > 3 ? "……" : "")}。" : "",
        open > 0 ? $"{open}行没写用哪份回答，没收（不该回答的写“{CheckSheet.Refuse}”）。" : "");

    private static async Task<IResult> RemoveAsync([FromForm] int? id, HttpContext http, WriteQueue writes, CancellationToken cancellationToken)
    {
        int gone = await writes.RunAsync((db, token) => db.Set<CheckQuestion>().Where(check => check.Id == id).ExecuteDeleteAsync(token), cancellationToken);
        return gone > 0 ? Acts.Done(http, "删掉了，发布前不再问它。", Home) : Acts.NotDone(http, "没有删：这一问已经不在了。", Home);
    }

    private static async Task<IResult> CalibrateAsync(HttpContext http, CalibrationTrial trial, SetThresholdHandler handler, CancellationToken cancellationToken) =>
        await trial.RunAsync(cancellationToken) is not { } tried ? Acts.NotDone(http, "没有校准：知识库还没有打开，或者连不上。", "/console/knowledge/calibrate")
            : tried.Found is not { } found ? Acts.NotDone(http, "没有校准：回归问题还不够多，或知识库没有连上。", "/console/knowledge/calibrate")
            : await SetAsync(found.Threshold, tried.Answerable + tried.Others, "校准好了。", http, handler, cancellationToken);

    private static async Task<IResult> UndoAsync(HttpContext http, ChecksQuery query, SetThresholdHandler handler, CancellationToken cancellationToken) =>
        await query.LatestThresholdAsync(cancellationToken) is { } latest
            ? await SetAsync(latest.Former, 0, "回到原来的了。", http, handler, cancellationToken)
            : Acts.NotDone(http, "没有可以撤销的。", "/console/knowledge/calibrate");

    private static async Task<RedirectHttpResult> SetAsync(
        double value, int questions, string said, HttpContext http, SetThresholdHandler handler, CancellationToken cancellationToken) =>
        await handler.HandleAsync(new SetThreshold(value, questions, http.Person()), cancellationToken) is { } change
            ? Acts.Done(http, $"{said}把握到{change.Value.Percent()}就回答（原来{change.Former.Percent()}）。", "/console/knowledge/calibrate")
            : Acts.NotDone(http, "没有保存：知识库还没有打开。", "/console/knowledge/calibrate");
}
