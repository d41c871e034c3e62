using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library;

/// <summary>What workers too may do: try a question, and see what was asked.</summary>
internal static class TryEndpoints
{
    public static void MapTrying(this RouteGroupBuilder console)
    {
        console.MapGet("/knowledge/try", async (
            [FromQuery] string? q, [FromQuery] string? group, [FromQuery] string? day, HttpContext http, TryQuery query, CancellationToken cancellationToken) =>
            Page.Of<TryPage>(await query.LoadAsync(q, group, day, http.Person(), http.User.May(Access.CommunityPolicy), cancellationToken)));
        console.MapGet("/knowledge/asked", async (
            [FromQuery] string? answered, [FromQuery] string? document, [FromQuery] long? before, HttpContext http, AskedQuery query, CancellationToken cancellationToken) =>
            Page.Of<AskedPage>(await query.LoadAsync(http.Scope(), answered, document, before, cancellationToken)));
    }
}
