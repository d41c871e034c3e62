using System.Text;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Triage.Learning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Learning;

/// <summary>机器人学习: what people corrected, training on it, and which version of the engine decides. For administrators.</summary>
internal static class LearningEndpoints
{
    private const string Home = "/console/learning";
    private const string List = "/console/learning/examples";

    public static void MapLearning(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/learning").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", async (LearningQuery query, CancellationToken cancellationToken) => Page.Of<LearningPage>(await query.LoadAsync(cancellationToken)));
        pages.MapPost("/train", Train);
        pages.MapPost("/restore", RestoreAsync);
        pages.MapGet("/examples", ListAsync);
        pages.MapGet("/examples.tsv", ExportAsync).Audited("learning/examples");
        pages.MapPost("/examples/remove", RemoveAsync);
    }

    private static RedirectHttpResult Train(HttpContext http, TrainingDesk desk) =>
        desk.Start(http.Person()) is { } refusal ? Acts.NotDone(http, $"没有再开始：{refusal}。", Home) : Acts.Done(http, "开始训练了，过一会儿来看。", Home);

    private static async Task<IResult> RestoreAsync(
        [FromForm] string? number, HttpContext http, RestoreEngineHandler handler, CancellationToken cancellationToken)
    {
        if (!int.TryParse(number, out int wanted)) { return Acts.NotDone(http, "没有换：请选一个版本。", Home); }
        string? refusal = await handler.HandleAsync(new RestoreEngine(wanted), cancellationToken);
        return refusal is null
            ? Acts.Done(http, wanted == RestoreEngineHandler.BuiltIn ? "用回随程序的版本了。" : $"用回{wanted}号版本了。", Home)
            : Acts.NotDone(http, $"没有换：{refusal}。", Home);
    }

    private static async Task<IResult> ListAsync([FromQuery] int? from, ExampleBook book, CancellationToken cancellationToken)
    {
        IReadOnlyList<Example> all = await book.ListAsync(cancellationToken);
        int start = Math.Clamp(from ?? 0, 0, all.Count);
        return Page.Of<ExamplesPage>(new ExamplesModel([.. all.Skip(start).Take(ExamplesModel.PerPage)], all.Count, start));
    }

    private static async Task<FileContentHttpResult> ExportAsync(ExampleBook book, CancellationToken cancellationToken) => TypedResults.File(
        Encoding.UTF8.GetBytes(ExampleFile.Write((await book.ListAsync(cancellationToken)).Select(example => example.ToRow()))),
        "text/tab-separated-values; charset=utf-8", "corrections.tsv");

    private static async Task<IResult> RemoveAsync(
        [FromForm] string? source, [FromForm] string? of, HttpContext http, ExampleBook book, CancellationToken cancellationToken) =>
        Enum.TryParse(source, out ExampleSource where) && long.TryParse(of, out long which) && await book.RemoveAsync(where, which, cancellationToken)
            ? Acts.Done(http, "删掉了，不再教机器人。", List)
            : Acts.NotDone(http, "没有删：这一条已经不在了。", List);
}
