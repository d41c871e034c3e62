using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>Acts that need no words: the version seen, and where to go afterwards.</summary>
internal static class OneTapActs
{
    public static async Task<IResult> AcceptAsync(
        int number, [FromForm] int version, [FromForm] string? back, HttpContext http, AcceptTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(http, await handler.HandleAsync(new AcceptTicket(number, version, http.Person()), cancellationToken), $"{number}号已立件。", back, undo: Undo(number));

    public static async Task<IResult> MergeAsync(
        int number, [FromForm] int version, [FromForm] string? into, [FromForm] string? back,
        HttpContext http, MergeTicketHandler handler, CancellationToken cancellationToken) =>
        int.TryParse(into?.Trim().TrimEnd('号'), out int other)
            ? Acts.Tell(
                http,
                await handler.HandleAsync(new MergeTicket(number, version, http.Person(), other), cancellationToken),
                $"{number}号已并入{other}号。",
                back,
                undo: $"/console/tickets/{number}/unmerge")
            : Acts.NotDone(http, "没有并入：请写工单编号，比如 327。", $"/console/tickets/{number}");

    public static async Task<IResult> UnmergeAsync(
        int number, [FromForm] string? back, HttpContext http, UnmergeTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(
            http, await handler.HandleAsync(new UnmergeTicket(number, http.Person()), cancellationToken), $"已撤销，{number}号还是单独一件。", back);

    public static async Task<IResult> RejectAsync(
        int number, [FromForm] int version, [FromForm] string? reason, [FromForm] string? back,
        HttpContext http, RejectTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(
            http,
            await handler.HandleAsync(new RejectTicket(number, version, http.Person(), reason?.Trim() is { Length: > 0 } why ? why : "不是诉求"), cancellationToken),
            $"{number}号已标为不是诉求。点错了可以在工单里重新交办。",
            back,
            undo: $"/console/tickets/{number}/unsaid",
            undoWord: "撤回群里的回话");

    public static async Task<IResult> AskPlaceAsync(
        int number, [FromForm] int version, [FromForm] string? back, HttpContext http, AskPlaceHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(
            http, await handler.HandleAsync(new AskPlace(number, version, http.Person()), cancellationToken), $"{number}号已在群里问地点，回了会记上。", back);

    public static async Task<IResult> VerifyAsync(
        int number, [FromForm] int version, [FromForm] string? back, HttpContext http, VerifyTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(http, await handler.HandleAsync(new VerifyTicket(number, version, http.Person()), cancellationToken), $"{number}号已核验。", back, undo: Undo(number));

    public static async Task<IResult> UndoAsync(
        int number, [FromForm] string? back, HttpContext http, UndoTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(http, await handler.HandleAsync(new UndoTicket(number, http.Person()), cancellationToken), $"已撤销，{number}号和刚才一样。", back);

    /// <summary>Where a slip of a moment ago is taken back.</summary>
    internal static string Undo(int number) => $"/console/tickets/{number}/undo";
}
