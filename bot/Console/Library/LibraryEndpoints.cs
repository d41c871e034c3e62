using Bot.Answers.Library;
using Bot.Console.Library.Checks;
using Bot.Console.Library.Disagreements;
using Bot.Console.Library.Editing;
using Bot.Console.Library.Standard;
using Bot.Console.Library.Validity;
using Bot.Console.Library.Words;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library;

/// <summary>知识库: everybody reads and tries, the community changes.</summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this RouteGroupBuilder console)
    {
        console.MapGet("/knowledge", ShowAsync);
        console.MapGet("/knowledge/documents/{id:int}", DocumentAsync);
        console.MapGet("/knowledge/documents/{id:int}/export", DocumentFiles.OneAsync);
        console.MapTrying();
        RouteGroupBuilder changes = console.MapGroup("/knowledge").RequireAuthorization(Access.CommunityPolicy);
        changes.MapPost("/documents/{id:int}/{act}", ChangeAsync);
        changes.MapPost("/publish", PublishAsync);
        changes.MapGet("/export", DocumentFiles.AllAsync);
        changes.MapIntake();
        changes.MapChecks();
        changes.MapTrials();
        changes.MapWords();
        changes.MapStandard();
        console.MapEditing(changes);
        console.MapValidity(changes);
        console.MapDisagreements(changes);
    }

    private static async Task<IResult> ShowAsync(
        [FromQuery] string? state, [FromQuery] string? q, [FromQuery] int? page, HttpContext http, LibraryQuery query, CancellationToken cancellationToken) =>
        Page.Of<LibraryPage>(await query.LoadAsync(LibraryFilter.Of(state, q, page), http.User.May(Access.CommunityPolicy), http.Scope(), cancellationToken));

    private static async Task<IResult> DocumentAsync(int id, HttpContext http, LibraryQuery query, CancellationToken cancellationToken) =>
        await query.DocumentAsync(id, http.User.May(Access.CommunityPolicy), cancellationToken) is { } model
            ? Page.Of<DocumentPage>(model)
            : Page.Of<NoDocumentPage>("没有这份文件，可能已经清空了。", StatusCodes.Status404NotFound);

    /// <param name="v">The version in an undo, where there is no form field for it.</param>
    private static async Task<IResult> ChangeAsync(
        int id, string act, [FromForm] int? version, [FromQuery] int? v, [FromForm] string? back, HttpContext http,
        ChangeDocumentHandler handler, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse(act, ignoreCase: true, out ShelfAct what) || !Enum.IsDefined(what)) { return TypedResults.NotFound(); }
        ShelfResult result = await handler.HandleAsync(new ChangeDocument(id, version ?? v ?? -1, what, http.Person()), cancellationToken);
        return result switch
        {
            { IsDone: true, Document: { } document } => Acts.Done(http, Done(what, document), back ?? "/console/knowledge", Undo(what, document)),
            { NeedsRun: true } => await TrialEndpoints.RunAsync(http, [id], cancellationToken),
            { Worse: { } run } => Acts.NotDone(http, $"没有发布：{result.Message}。", TrialEndpoints.Address(run)),
            { Overtaken: true } => Acts.NotDone(http, $"没有发布：{result.Message}。", $"/console/knowledge/documents/{id}/versions"),
            _ => Acts.NotDone(http, $"没有保存：{result.Message}。", back ?? "/console/knowledge"),
        };
    }

    private static async Task<IResult> PublishAsync(
        IFormCollection form, HttpContext http, ChangeDocumentHandler handler, CancellationToken cancellationToken)
    {
        string[] drafts = form["drafts"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        int done = 0;
        List<int> waiting = [];
        (int Run, string Why)? worse = null;
        foreach (string draft in drafts)
        {
            string[] parts = draft.Split('.');
            if (parts.Length != 2 || !int.TryParse(parts[0], out int id) || !int.TryParse(parts[1], out int version)) { continue; }
            ShelfResult result = await handler.HandleAsync(new ChangeDocument(id, version, ShelfAct.Publish, http.Person()), cancellationToken);
            done += result.IsDone ? 1 : 0;
            if (result.NeedsRun) { waiting.Add(id); }
            if (result.Worse is { } run) { worse ??= (run, $"《{result.Document!.Title}》{result.Message}"); }
        }
        if (waiting.Count > 0) { return await TrialEndpoints.RunAsync(http, waiting, cancellationToken); }
        if (worse is { } found) { return Acts.NotDone(http, $"{(done > 0 ? $"发布了{done}份。" : "没有发布：")}{found.Why}。", TrialEndpoints.Address(found.Run)); }
        return done == drafts.Length
            ? Acts.Done(http, $"{done}份已发布，群里问到就会用。", "/console/knowledge")
            : Acts.NotDone(http, $"发布了{done}份，还有几份刚被人改过，请看看再发布。", "/console/knowledge/drafts");
    }

    private static string Done(ShelfAct act, ShelfDocument document) => act switch
    {
        ShelfAct.Publish => $"《{document.Title}》已发布，群里问到就会用。",
        ShelfAct.Enable => $"《{document.Title}》已启用。",
        ShelfAct.Disable => $"《{document.Title}》已停用，不再用它回答。",
        ShelfAct.Remove => $"《{document.Title}》已删除。",
        _ => $"《{document.Title}》找回来了。",
    };

    private static string? Undo(ShelfAct act, ShelfDocument document)
    {
        ShelfAct? back = act switch
        {
            ShelfAct.Enable => ShelfAct.Disable,
            ShelfAct.Disable => ShelfAct.Enable,
            ShelfAct.Remove => ShelfAct.Restore,
            _ => null,
        };
        return back is null ? null : $"/console/knowledge/documents/{document.Id}/{back.ToString()!.ToLowerInvariant()}?v={document.Version}";
    }
}
