using Bot.Audit;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Setup;

/// <summary>群与网格向导: for administrators.</summary>
internal static class SetupEndpoints
{
    // more than is taken, so that the page can say so
    private const int LargestPost = 24 * 1024 * 1024;

    public static void MapSetup(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/setup").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", (CommunityStore store) => Page.Of<SetupPage>(new SetupModel(store.Current, store.IsSample)));
        pages.MapPost("/start", StartAsync);
        pages.MapGet("/test", async ([FromQuery] string? key, SendTestHandler handler, CancellationToken cancellationToken) =>
            Page.Of<SetupTestPage>(await handler.LoadAsync(key, cancellationToken)));
        pages.MapPost("/test", TestAsync);
        pages.MapGet("/{table}", Show);
        pages.MapGet("/{table}/template", Template).Audited("setup/template");
        pages.MapPost("/{table}", FillAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost))
            .WithFormOptions(valueLengthLimit: LargestPost, multipartBodyLengthLimit: LargestPost);
    }

    private static async Task<IResult> StartAsync([FromForm] bool? sure, HttpContext http, CommunityStore store, CancellationToken cancellationToken)
    {
        if (store.IsSample && sure is not true) { return Acts.NotDone(http, "没有开始：请先勾上“清空示例”。", "/console/setup"); }
        bool cleared = await store.ClearSampleAsync(http.Person(), cancellationToken);
        return Acts.Done(http, cleared ? "示例已清空，从第1步开始。" : "从第1步开始。", "/console/setup/compounds");
    }

    private static IResult Show(string table, CommunityStore store) => SetupTables.Find(table) is { } known
        ? Page.Of<SetupStepPage>(new SetupStepModel(known, store.Current, SetupText.Write(known, known.Rows(store.Current))))
        : Missing();

    /// <summary>What is there now, or the example: a file to fill in Excel or WPS.</summary>
    private static IResult Template(string table, CommunityStore store, CommunityClock clock, TimeProvider time)
    {
        if (SetupTables.Find(table) is not { } known) { return Missing(); }
        string[][] now = [.. known.Rows(store.Current)];
        return SheetFile.Answer(known.Title, DateOnly.FromDateTime(clock.Local(time.GetUtcNow())), new Sheet(
            known.Title,
            [.. known.Columns.Select(column => new SheetColumn(column.Title, column.Width, IsText: true))],
            (now.Length > 0 ? now : known.Example).Select(row => row.Select(cell => (Cell)cell).ToArray())));
    }

    private static async Task<IResult> FillAsync(
        string table, IFormCollection sent, HttpContext http, FillTableHandler handler, CancellationToken cancellationToken)
    {
        if (SetupTables.Find(table) is not { } known) { return Missing(); }
        // read by hand: a bound form is refused when a step has no field of that name
        SetupForm form = new(sent["text"], sent["community"], sent["act"]);
        byte[]? file = sent.Files["file"] is { Length: > 0 } upload ? await ReadAsync(upload, cancellationToken) : null;
        SetupStepModel filled = await handler.HandleAsync(new FillTable(known, form, file), cancellationToken);
        if (filled.Saved is null || form.Act == SetupForm.Good)
        {
            bool bad = filled.Saved is null && (filled.Problem is not null || filled.Problems is [_, ..]);
            return Page.Of<SetupStepPage>(filled, bad ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
        }
        return Acts.Done(http, filled.Saved, SetupTables.After(known));
    }

    private static async Task<IResult> TestAsync(
        [FromForm] string? group, [FromForm] string? text, HttpContext http, SendTestHandler handler, CancellationToken cancellationToken)
    {
        (string? key, string? refusal) = await handler.HandleAsync(new SendTest(group ?? "", text ?? ""), cancellationToken);
        return key is null
            ? Acts.NotDone(http, refusal!, "/console/setup/test")
            : TypedResults.LocalRedirect($"/console/setup/test?key={key}");
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private static IResult Missing() => Page.Of<Frame.MissingPage>("向导里没有这一步。", StatusCodes.Status404NotFound);
}
