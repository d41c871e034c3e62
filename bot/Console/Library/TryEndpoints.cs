using Bot.Answers.Library.Checks;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library;

/// <summary>What workers too may do: try a question, and see what was asked.</summary>
internal static class TryEndpoints
{
    public static void MapTrying(this RouteGroupBuilder console)
    {
        console.MapGet("/knowledge/try", TryAsync);
        console.MapGet("/knowledge/asked", async (
            [FromQuery] string? answered, [FromQuery] string? document, [FromQuery] long? before, HttpContext http, AskedQuery query, CancellationToken cancellationToken) =>
            Page.Of<AskedPage>(await query.LoadAsync(http.Scope(), answered, document, before, cancellationToken)));
    }

    private static async Task<IResult> TryAsync(
        [FromQuery] string? q, [FromQuery] string? group, [FromQuery] string? day, HttpContext http, TryQuery query, KeepTryHandler handler, CancellationToken cancellationToken)
    {
        TryModel model = await query.LoadAsync(q, group, day, http.Person(), http.User.May(Access.CommunityPolicy), cancellationToken);
        if (http.User.May(Access.WorkerPolicy) && !IsFollowedFromElsewhere(http.Request) && model is { Ask: { Question: { } question } ask, Tried: { } tried })
        {
            await handler.HandleAsync(new KeepTry(question, ask.Group, ask.Day, tried.Considered, tried.Reply, http.Person()), cancellationToken);
        }
        return Page.Of<TryPage>(model);
    }

    // a link on somebody's page shows the answer and writes nothing in the name of who follows it
    private static bool IsFollowedFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
