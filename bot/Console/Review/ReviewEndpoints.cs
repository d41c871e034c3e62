using Bot.Triage.Review;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Review;

/// <summary>待审, and what a person does with a message that has no ticket yet.</summary>
internal static class ReviewEndpoints
{
    public static void MapReview(this RouteGroupBuilder console)
    {
        console.MapGet("/review", async (HttpContext http, ReviewQuery query, CancellationToken cancellationToken) =>
            Page.Of<ReviewPage>(await query.LoadAsync(http.Scope(), cancellationToken)));
        RouteGroupBuilder message = console.MapGroup("/messages/{seq:long}");
        message.MapPost("/accept", AcceptAsync);
        message.MapPost("/merge", MergeAsync);
        message.MapPost("/reject", RejectAsync);
        message.MapGet("/correct", OpenWithLabels.ShowAsync);
        message.MapPost("/correct", OpenWithLabels.SaveAsync);
    }

    private static async Task<IResult> AcceptAsync(
        long seq, [FromForm] string? back, HttpContext http, OpenFromMessageHandler handler, CancellationToken cancellationToken)
    {
        ReviewResult result = await handler.HandleAsync(new OpenFromMessage(seq, http.Person()), cancellationToken);
        return Tell(http, result, $"{result.Ticket}号已立件，已在群里回话。", back);
    }

    private static async Task<IResult> MergeAsync(
        long seq, [FromForm] string? into, [FromForm] string? back, HttpContext http, JoinMessageHandler handler, CancellationToken cancellationToken) =>
        int.TryParse(into?.Trim().TrimEnd('号'), out int number)
            ? Tell(http, await handler.HandleAsync(new JoinMessage(seq, http.Person(), number), cancellationToken), $"已并入{number}号。", back)
            : Acts.NotDone(http, "没有并入：请写工单编号，比如 327。", back);

    private static async Task<IResult> RejectAsync(
        long seq, [FromForm] string? back, HttpContext http, DismissMessageHandler handler, CancellationToken cancellationToken) =>
        await handler.HandleAsync(new DismissMessage(seq, http.Person()), cancellationToken) is var result && result.IsDone
            ? Acts.Done(http, "已标为不是诉求。", back, undo: $"/console/messages/{seq}/kind/undo")
            : Tell(http, result, "", back);

    internal static IResult Tell(HttpContext http, ReviewResult result, string done, string? back) =>
        result.IsDone ? Acts.Done(http, done, back) : Acts.NotDone(http, $"没有保存：{result.Message}。", back);
}
