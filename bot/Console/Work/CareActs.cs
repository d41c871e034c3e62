using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>What keeps a matter moving: 已联系, 方案, 好了一半, 上报, 私密; a refusal comes back with what was typed.</summary>
internal static class CareActs
{
    public static async Task<IResult> ContactAsync(
        int number, [FromForm] int version, [FromForm] string? text, HttpContext http,
        TicketQuery query, ContactReporterHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new ContactReporter(number, version, http.Person(), text), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, "记下了：已联系反映人。", new Kept("contact", text, ""), cancellationToken, undo: OneTapActs.Undo(number));
    }

    public static async Task<IResult> PlanAsync(
        int number, [FromForm] int version, [FromForm] string? text, HttpContext http,
        TicketQuery query, PlanTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new PlanTicket(number, version, http.Person(), text ?? ""), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, "方案记下了。", new Kept("plan", text, ""), cancellationToken);
    }

    public static async Task<IResult> HalfDoneAsync(
        int number, [FromForm] int version, [FromForm] string? text, HttpContext http,
        TicketQuery query, HalfDoneTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new HalfDoneTicket(number, version, http.Person(), text ?? ""), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, $"记下了：好了一半{Acts.IfHeard(result, "，已告诉群里")}。", new Kept("half", text, ""), cancellationToken);
    }

    public static async Task<IResult> EscalateAsync(
        int number, [FromForm] int version, [FromForm] string? text, HttpContext http,
        TicketQuery query, EscalateTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new EscalateTicket(number, version, http.Person(), text ?? ""), cancellationToken);
        string done = $"{number}号已报到{result.Ticket?.Level.Title()}，现在由{result.Ticket?.Owner ?? "那边"}负责。";
        return await WrittenActs.TellAsync(http, query, result, number, done, new Kept("escalate", text, ""), cancellationToken);
    }

    public static async Task<IResult> SwitchPrivacyAsync(
        int number, [FromForm] int version, [FromForm] bool? on, [FromForm] string? back, HttpContext http,
        SwitchPrivacyHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(
            http,
            await handler.HandleAsync(new SwitchPrivacy(number, version, http.Person(), on ?? true), cancellationToken),
            on ?? true ? $"{number}号标为私密，群里不再提地点和事情。" : $"{number}号不再私密。",
            back);
}
