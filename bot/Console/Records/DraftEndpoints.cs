using Bot.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Records;

/// <summary>待发: what a person says for the bot.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this RouteGroupBuilder console)
    {
        console.MapGet("/drafts", async (HttpContext http, DraftsQuery query, CancellationToken cancellationToken) =>
            Page.Of<DraftsPage>(await query.WaitingAsync(http.Scope(), cancellationToken)));
        console.MapPost("/drafts/drop-old", DropOldAsync);
        console.MapPost("/drafts/{id:long}/sent", (long id, [FromForm] string? back, HttpContext http, SettleDraftHandler handler, CancellationToken cancellationToken) =>
            SettleAsync(new SettleDraft(id, Said: true), "记下了，已发。", back, http, handler, cancellationToken));
        console.MapPost("/drafts/{id:long}/drop", (long id, [FromForm] string? back, HttpContext http, SettleDraftHandler handler, CancellationToken cancellationToken) =>
            SettleAsync(new SettleDraft(id, Said: false), "这句不发了。", back, http, handler, cancellationToken));
    }

    private static async Task<IResult> DropOldAsync(HttpContext http, DropOldDraftsHandler handler, CancellationToken cancellationToken) =>
        Acts.Done(http, $"{await handler.HandleAsync(http.Scope(), cancellationToken)}句不发了。", "/console/drafts");

    private static async Task<IResult> SettleAsync(
        SettleDraft command, string done, string? back, HttpContext http, SettleDraftHandler handler, CancellationToken cancellationToken) =>
        await handler.HandleAsync(command, cancellationToken)
            ? Acts.Done(http, done, back ?? "/console/drafts")
            : Acts.NotDone(http, "这句已经处理过了。", back ?? "/console/drafts");
}
