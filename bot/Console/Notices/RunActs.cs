using Bot.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Notices;

/// <summary>One sending: how it went, taking it back, sending again what failed, correcting it.</summary>
internal static class RunActs
{
    public static async Task<IResult> ShowAsync(
        long run, [FromQuery] string? state, HttpContext http, NoticeQuery query, CancellationToken cancellationToken) =>
        await query.RunAsync(run, state, NoticeEndpoints.IsAdmin(http), cancellationToken) is { } model ? Page.Of<RunPage>(model) : NoticeEndpoints.NotHere();

    public static async Task<IResult> WithdrawAsync(
        long run, HttpContext http, WithdrawNoticeHandler handler, CancellationToken cancellationToken) =>
        Tell(http, run, await handler.HandleAsync(new WithdrawNotice(run, http.Person()), cancellationToken));

    public static async Task<IResult> ResendAsync(
        long run, HttpContext http, ResendFailedHandler handler, CancellationToken cancellationToken) =>
        Tell(http, run, await handler.HandleAsync(new ResendFailed(run, http.Person()), cancellationToken));

    public static async Task<IResult> SendMutedAsync(
        long run, HttpContext http, SendMutedHandler handler, CancellationToken cancellationToken) =>
        Tell(http, run, await handler.HandleAsync(new SendMuted(run, http.Person()), cancellationToken));

    public static async Task<IResult> CorrectAsync(
        long run, [FromForm] string? text, HttpContext http, NoticeQuery query, CorrectNoticeHandler handler, CancellationToken cancellationToken)
    {
        NoticeResult result = await handler.HandleAsync(new CorrectNotice(run, http.Person(), NoticeWords.Plain(text)), cancellationToken);
        if (result is { IsDone: true, Run: { } correction }) { return Acts.Done(http, "更正正在发。", $"/console/notices/runs/{correction.Id}"); }
        return await query.RunAsync(run, null, isAdmin: true, cancellationToken) is { } model
            ? Page.Of<RunPage>(model with { Kept = text, Error = $"没有发：{result.Message}。" }, StatusCodes.Status409Conflict)
            : NoticeEndpoints.NotHere();
    }

    private static IResult Tell(HttpContext http, long run, NoticeResult result) => result switch
    {
        { IsDone: true } => Acts.Done(http, result.Message, $"/console/notices/runs/{run}"),
        { Outcome: NoticeResultKind.NotFound } => NoticeEndpoints.NotHere(),
        _ => Acts.NotDone(http, $"{result.Message}。", $"/console/notices/runs/{run}"),
    };
}
