using Bot.Figures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Figures;

/// <summary>提上议事会, and what came of it.</summary>
internal static class AgendaActs
{
    private const string Page = "/console/figures/recurrences";

    public static async Task<IResult> PutUpAsync(
        [FromForm] int ticket, [FromForm] string? note, HttpContext http, PutOnAgendaHandler handler, CancellationToken cancellationToken) =>
        Tell(http, await handler.HandleAsync(new PutOnAgenda(ticket, note ?? "", http.Scope()), cancellationToken), "已提上议事会。");

    public static async Task<IResult> WriteOutcomeAsync(
        long item, [FromForm] string? outcome, HttpContext http, WriteOutcomeHandler handler, CancellationToken cancellationToken) =>
        Tell(http, await handler.HandleAsync(new WriteOutcome(item, outcome ?? "", http.Scope()), cancellationToken), "结果记下了。");

    private static RedirectHttpResult Tell(HttpContext http, FigureResult result, string done) =>
        result.Refusal is { } refusal ? Acts.NotDone(http, $"没有保存：{refusal}。", Page) : Acts.Done(http, done, Page);
}
