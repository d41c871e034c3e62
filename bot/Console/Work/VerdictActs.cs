using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>核验 by a second person, and 评议: what a reporter said of it, and what is left out of the figures.</summary>
internal static class VerdictActs
{
    public static async Task<IResult> VerifyBySecondAsync(
        int number, [FromForm] int version, [FromForm] string? back, HttpContext http, VerifyBySecondHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(http, await handler.HandleAsync(new VerifyBySecond(number, version, http.Person()), cancellationToken), $"{number}号您核验过了。", back, undo: OneTapActs.Undo(number));

    public static async Task<IResult> RateAsync(
        int number, [FromForm] int version, [FromForm] string? reporter, [FromForm] string? rating, [FromForm] string? text, HttpContext http,
        TicketQuery query, RateTicketHandler handler, CancellationToken cancellationToken)
    {
        Kept kept = new("rate", text, "请选满意、基本满意或不满意。");
        if (!RatingNames.TryParse(rating, out Rating said)) { return await WrittenActs.KeepAsync(http, query, number, kept, cancellationToken); }
        TicketResult result = await handler.HandleAsync(
            new RateTicket(number, version, http.Person(), reporter ?? "", said, text), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, $"记下了：{reporter}说{said.Title()}。", kept, cancellationToken);
    }

    /// <param name="text">Why; nothing when a second person agrees.</param>
    public static async Task<IResult> ExcludeAsync(
        int number, [FromForm] int version, [FromForm] long rating, [FromForm] bool? agree, [FromForm] string? text, HttpContext http,
        TicketQuery query, ExcludeRatingHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(
            new ExcludeRating(number, version, http.Person(), rating, agree == true ? null : text ?? ""), cancellationToken);
        string done = agree == true ? "这条评议不计入了，原话还看得到。" : "提出来了，要另一位同意才不计入。";
        return await WrittenActs.TellAsync(http, query, result, number, done, new Kept("exclude", text, ""), cancellationToken);
    }
}
