using Bot.Console.Review;
using Bot.Messaging;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Heard;

/// <summary>反映: what was heard and what the bot made of it.</summary>
internal static class HeardEndpoints
{
    public static void MapHeard(this RouteGroupBuilder console)
    {
        console.MapGet("/messages", async (
            [FromQuery] string? group, [FromQuery] long? before, [FromQuery] bool? aside, HeardQuery query, CancellationToken cancellationToken) =>
            Page.Of<HeardPage>(await query.LoadAsync(group, before, aside ?? false, cancellationToken)));
        console.MapPost("/messages/{seq:long}/kind", CorrectAsync);
        console.MapPost("/messages/{seq:long}/again", AgainAsync);
    }

    private static async Task<IResult> AgainAsync(
        long seq, [FromForm] string? back, HttpContext http, Inbox inbox, CancellationToken cancellationToken) =>
        await inbox.RestoreAsync(seq, cancellationToken)
            ? Acts.Done(http, "好，马上再看一次。", back)
            : Acts.NotDone(http, "没有再试：这一条已经看过了。", back);

    private static async Task<IResult> CorrectAsync(
        long seq, [FromForm] string? kind, [FromForm] string? back, HttpContext http, CorrectKindHandler handler, CancellationToken cancellationToken) =>
        Enum.TryParse(kind, out Kind right) && Enum.IsDefined(right)
            ? ReviewEndpoints.Tell(http, await handler.HandleAsync(new CorrectKind(seq, http.Person(), right), cancellationToken), "记下了，谢谢。", back)
            : Acts.NotDone(http, "没有保存：请选一种。", back);
}
