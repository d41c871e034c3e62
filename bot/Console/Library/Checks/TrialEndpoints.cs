using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Sheets;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Checks;

/// <summary>Runs: the regression questions before a publish, and many questions at once.</summary>
internal static class TrialEndpoints
{
    private const int MostQuestions = 500;
    // most runs are over by then, and the page need not be asked for again
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapTrials(this RouteGroupBuilder changes)
    {
        changes.MapPost("/trials", StartAsync);
        changes.MapGet("/trials/{id:int}", ShowAsync);
        changes.MapPost("/trials/{id:int}/publish", PublishAsync);
        changes.MapGet("/trials/{id:int}/export", ExportAsync);
        changes.MapGet("/batch", async (ChecksQuery query, CancellationToken cancellationToken) => Page.Of<BatchPage>(await query.BatchAsync(null, null, cancellationToken)));
        changes.MapPost("/batch", BatchAsync).WithMetadata(new RequestSizeLimitAttribute(BroughtChecks.LargestPost));
    }

    public static string Address(int run) => $"/console/knowledge/trials/{run}";

    /// <summary>Begins a run for these drafts.</summary>
    public static async Task<IResult> RunAsync(HttpContext http, IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        IServiceProvider services = http.RequestServices;
        ChecksQuery query = services.GetRequiredService<ChecksQuery>();
        QuestionRuns runs = services.GetRequiredService<QuestionRuns>();
        await using BotDbContext db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> drafts = await db.Set<ShelfDocument>().Where(row => ids.Contains(row.Id) && row.State == ShelfState.Draft).ToListAsync(cancellationToken);
        if (drafts.Count == 0) { return Acts.NotDone(http, "没有试跑：这几份已经不在待发布里了。", "/console/knowledge/drafts"); }
        List<CheckQuestion> checks = await query.AllAsync(cancellationToken);
        if (checks.Count == 0) { return Acts.NotDone(http, "还没有回归问题，先加几问。", "/console/knowledge/checks"); }
        DateOnly day = drafts.Select(draft => draft.Effective).OfType<DateOnly>().Append(query.Today).Max();
        int run = await runs.StartAsync(
            drafts, [.. checks.Select(check => new AskedCheck(check.Question, true, check.Document, check.Group))], day, http.Person(), cancellationToken);
        await runs.WaitAsync(run, Patience, cancellationToken);
        return TypedResults.LocalRedirect(Address(run));
    }

    private static Task<IResult> StartAsync([FromForm] int[]? drafts, HttpContext http, CancellationToken cancellationToken) =>
        RunAsync(http, drafts ?? [], cancellationToken);

    private static async Task<IResult> ShowAsync(int id, [FromQuery] int? from, ChecksQuery query, CancellationToken cancellationToken) =>
        await query.TrialAsync(id, from, all: false, cancellationToken) is { } model ? Page.Of<TrialPage>(model) : NotHere();

    private static async Task<IResult> ExportAsync(int id, ChecksQuery query, CancellationToken cancellationToken) =>
        await query.TrialAsync(id, null, all: true, cancellationToken) is { } model
            ? SheetFile.Answer("试问结果", query.Today, CheckSheet.Write(model.Run, model.Rows, model.Titles))
            : NotHere();

    private static IResult NotHere() => Page.Of<NoDocumentPage>("没有这次试跑的结果，只留最近的几十次。", StatusCodes.Status404NotFound);

    private static async Task<IResult> PublishAsync(
        int id, [FromForm] string? reason, HttpContext http, ChecksQuery query, ChangeDocumentHandler handler, CancellationToken cancellationToken)
    {
        if (await query.TrialAsync(id, null, all: false, cancellationToken) is not { } model) { return NotHere(); }
        if (model.Drafts.Count == 0) { return Acts.NotDone(http, "没有发布：这几份已经发布了，或者改过了。", Address(id)); }
        List<string> problems = [];
        foreach (ShelfDocument draft in model.Drafts)
        {
            ShelfResult result = await handler.HandleAsync(new ChangeDocument(draft.Id, draft.Version, ShelfAct.Publish, http.Person(), reason), cancellationToken);
            if (!result.IsDone) { problems.Add($"《{draft.Title}》{result.Message}"); }
        }
        int published = model.Drafts.Count - problems.Count;
        return problems.Count == 0
            ? Acts.Done(http, $"{model.Drafts.Count}份已发布，群里问到就会用。", "/console/knowledge")
            : Acts.NotDone(http, $"{(published > 0 ? $"发布了{published}份。没有发布的：" : "没有发布：")}{string.Join("；", problems)}。", problems.Count == model.Drafts.Count ? Address(id) : "/console/knowledge/drafts");
    }

    private static async Task<IResult> BatchAsync(HttpContext http, ChecksQuery query, QuestionRuns runs, CancellationToken cancellationToken)
    {
        IFormCollection form = await http.Request.ReadFormAsync(cancellationToken);
        (string? unread, IReadOnlyList<AskedCheck> questions, IReadOnlyList<string> problems) = await BroughtChecks.ReadAsync(form, query, cancellationToken);
        string? problem = unread
            ?? (problems.Count > 0 ? string.Join("；", problems.Take(3)) + "。"
            : questions.Count == 0 ? "没有读到问题。一行一问，粘贴或传表格都行。"
            : questions.Count > MostQuestions ? $"一次最多{MostQuestions}问，请分几次。" : null);
        if (problem is not null) { return Page.Of<BatchPage>(await query.BatchAsync(problem, form["text"], cancellationToken), StatusCodes.Status400BadRequest); }
        string? group = query.Groups.Contains(form["group"].ToString()) ? form["group"].ToString() : null;
        DateOnly day = DateOnly.TryParseExact(form["day"], "yyyy-MM-dd", out DateOnly chosen) ? chosen : query.Today;
        int run = await runs.StartBatchAsync(
            [.. questions.Select(each => each with { Question = AddChecksHandler.Clean(each.Question), Group = each.Group ?? group })], day, group, http.Person(), cancellationToken);
        await runs.WaitAsync(run, Patience, cancellationToken);
        return TypedResults.LocalRedirect(Address(run));
    }
}
