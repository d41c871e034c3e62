using Bot.Console.Frame;
using Bot.Console.Review;
using Bot.Messaging;
using Bot.Tickets;
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
            [FromQuery] string? group, [FromQuery] long? before, [FromQuery] bool? aside, HttpContext http, HeardQuery query, CancellationToken cancellationToken) =>
            Page.Of<HeardPage>(await query.LoadAsync(http.Scope(), group, before, aside ?? false, cancellationToken)));
        console.MapGet("/messages/{seq:long}", async (long seq, HttpContext http, MessageQuery query, CancellationToken cancellationToken) =>
            await query.LoadAsync(http.Scope(), seq, cancellationToken) is { } model
                ? (IResult)Page.Of<MessagePage>(model)
                : Page.Of<MissingPage>("没有这条消息，或者示例已经清空。", StatusCodes.Status404NotFound));
        console.MapPost("/messages/{seq:long}/kind", CorrectAsync);
        console.MapPost("/messages/{seq:long}/kind/undo", TakeBackAsync);
        console.MapPost("/messages/{seq:long}/labels", RelabelAsync);
        console.MapPost("/messages/{seq:long}/again", AgainAsync);
    }

    private static async Task<IResult> AgainAsync(
        long seq, [FromForm] string? back, HttpContext http, Inbox inbox, CancellationToken cancellationToken) =>
        await inbox.RestoreAsync(seq, cancellationToken)
            ? Acts.Done(http, "好，马上再看一次。", back)
            : Acts.NotDone(http, "没有再试：这一条已经看过了。", back);

    private static async Task<IResult> CorrectAsync(
        long seq, [FromForm] string? kind, [FromForm] string? back, HttpContext http, CorrectKindHandler handler, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse(kind, out Kind right) || !Enum.IsDefined(right)) { return Acts.NotDone(http, "没有保存：请选一种。", back); }
        return Tell(http, seq, await handler.HandleAsync(new CorrectKind(seq, http.Person(), right), cancellationToken), back, right is Kind.Issue or Kind.Emergency);
    }

    private static async Task<IResult> RelabelAsync(
        long seq, [FromForm] string? category, [FromForm] string? topic, [FromForm] string? urgency, [FromForm] string? location, [FromForm] string? back,
        HttpContext http, CorrectLabelsHandler handler, CancellationToken cancellationToken)
    {
        string place = location?.Trim() ?? "";
        if (!LabelNames.TryParse(category, out Category board) || !LabelNames.TryParse(urgency, out Urgency haste)
            || topic is null || !Topics.All.Contains(topic) || place.Length > TicketCorrection.PlaceLength)
        {
            return Acts.NotDone(http, "没有保存：请把类别、话题、急不急都选好，地点不超过60个字。", back);
        }
        CorrectLabels command = new(seq, http.Person(), board, topic, haste, place.Length > 0 ? place : null);
        return Tell(http, seq, await handler.HandleAsync(command, cancellationToken), back, matter: true);
    }

    private static async Task<IResult> TakeBackAsync(
        long seq, [FromForm] long? correction, [FromForm] string? back, HttpContext http, TakeBackCorrectionHandler handler, CancellationToken cancellationToken) =>
        ReviewEndpoints.Tell(http, await handler.HandleAsync(new TakeBackCorrection(seq, http.Person(), correction), cancellationToken), "已撤销，这条不再教机器人。", back);

    private static IResult Tell(HttpContext http, long seq, ReviewResult result, string? back, bool matter) => result.IsDone
        ? Acts.Done(http, matter && result.Ticket is null ? "记下了，放到待审里等人立件。" : "记下了，谢谢。", back, undo: $"/console/messages/{seq}/kind/undo")
        : ReviewEndpoints.Tell(http, result, "", back);
}
