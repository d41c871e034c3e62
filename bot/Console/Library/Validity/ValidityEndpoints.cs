using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library.Validity;

/// <summary>快到期, and what changed this month.</summary>
internal static class ValidityEndpoints
{
    public static void MapValidity(this RouteGroupBuilder console, RouteGroupBuilder changes)
    {
        console.MapGet("/knowledge/ending", async (HttpContext http, ValidityQuery query, CancellationToken cancellationToken) =>
            Page.Of<EndingPage>(await query.EndingAsync(http.User.May(Access.CommunityPolicy), cancellationToken)));
        changes.MapGet("/changes", async ([FromQuery] string? month, ValidityQuery query, CancellationToken cancellationToken) =>
            Page.Of<ChangesPage>(await query.ChangesAsync(month, cancellationToken)));
    }
}
