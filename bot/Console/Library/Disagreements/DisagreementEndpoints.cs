using Bot.Answers.Library.Disagreements;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library.Disagreements;

/// <summary>说法不一: the list, and 不是一回事.</summary>
internal static class DisagreementEndpoints
{
    private const string Home = "/console/knowledge/disagree";

    public static void MapDisagreements(this RouteGroupBuilder console, RouteGroupBuilder changes)
    {
        console.MapGet("/knowledge/disagree", async (HttpContext http, DisagreementQuery query, CancellationToken cancellationToken) =>
            Page.Of<DisagreementsPage>(await query.LoadAsync(http.Scope(), cancellationToken)));
        changes.MapPost("/disagree/agree", AgreeAsync);
        changes.MapPost("/disagree/again", AgainAsync);
    }

    private static async Task<IResult> AgreeAsync([FromForm] int? one, [FromForm] int? two, HttpContext http, PairBook pairs, CancellationToken cancellationToken) =>
        await pairs.AgreeAsync(one ?? 0, two ?? 0, http.Person(), cancellationToken)
            ? Acts.Done(http, "记下了，两份有一份改了再提醒。", Home, $"{Home}/again?one={one}&two={two}")
            : Acts.NotDone(http, "没有保存：有一份刚改过，请再看看。", Home);

    private static async Task<IResult> AgainAsync([FromQuery] int? one, [FromQuery] int? two, HttpContext http, PairBook pairs, CancellationToken cancellationToken)
    {
        await pairs.ForgetAsync(one ?? 0, two ?? 0, cancellationToken);
        return Acts.Done(http, "又列出来了。", Home);
    }
}
