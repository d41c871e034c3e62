using Bot.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Notices;

/// <summary>Starting, pausing, removing and sending a notice: the version seen, nothing else.</summary>
internal static class NoticeActs
{
    public static async Task<IResult> ActivateAsync(
        int number, [FromForm] int version, HttpContext http, MoveNoticeHandler handler, CancellationToken cancellationToken) =>
        Tell(http, number, await MoveAsync(number, version, NoticeMove.Activate, http, handler, cancellationToken), "已启用，到时间就发。");

    public static async Task<IResult> PauseAsync(
        int number, [FromForm] int version, HttpContext http, MoveNoticeHandler handler, CancellationToken cancellationToken) =>
        Tell(http, number, await MoveAsync(number, version, NoticeMove.Pause, http, handler, cancellationToken), "已暂停，暂停期间不发，也不补发。");

    public static async Task<IResult> DeleteAsync(
        int number, [FromForm] int version, HttpContext http, MoveNoticeHandler handler, CancellationToken cancellationToken)
    {
        NoticeResult result = await MoveAsync(number, version, NoticeMove.Delete, http, handler, cancellationToken);
        return Tell(http, number, result, "已删除，不会再发。", $"/console/notices?removed={number}");
    }

    public static async Task<IResult> RestoreAsync(
        int number, [FromForm] int version, HttpContext http, MoveNoticeHandler handler, CancellationToken cancellationToken) =>
        Tell(http, number, await MoveAsync(number, version, NoticeMove.Restore, http, handler, cancellationToken), "已撤销删除。");

    public static async Task<IResult> SendAsync(
        int number, [FromForm] int version, HttpContext http, SendNoticeHandler handler, CancellationToken cancellationToken)
    {
        NoticeResult result = await handler.HandleAsync(new SendNotice(number, version, http.Person()), cancellationToken);
        return Tell(http, number, result, "马上发出。发错了，趁现在撤回。", $"/console/notices/runs/{result.Run?.Id}");
    }

    private static Task<NoticeResult> MoveAsync(
        int number, int version, NoticeMove move, HttpContext http, MoveNoticeHandler handler, CancellationToken cancellationToken) =>
        handler.HandleAsync(new MoveNotice(number, version, http.Person(), move), cancellationToken);

    private static IResult Tell(HttpContext http, int number, NoticeResult result, string done, string? to = null) => result switch
    {
        { IsDone: true } => Acts.Done(http, done, to ?? $"/console/notices/{number}"),
        { Outcome: NoticeResultKind.NotFound } => NoticeEndpoints.NotHere(),
        _ => Acts.NotDone(http, $"没有做：{result.Message}。", $"/console/notices/{number}"),
    };
}
