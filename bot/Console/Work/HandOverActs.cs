using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>派单, 接单, 退回 and 转办; a refusal comes back with what was typed.</summary>
internal static class HandOverActs
{
    public static async Task<IResult> DispatchAsync(
        int number, [FromForm] int version, [FromForm] string? to, [FromForm] bool? phoned, [FromForm] bool? tell, HttpContext http,
        TicketQuery query, DispatchTicketHandler handler, CancellationToken cancellationToken)
    {
        string person = to?.Trim() ?? "";
        TicketResult result = await handler.HandleAsync(
            new DispatchTicket(number, version, http.Person(), person, phoned ?? false, Tell: tell ?? false), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, Given(result.Ticket), new Kept("give", person, ""), cancellationToken, undo: OneTapActs.Undo(number));
    }

    public static async Task<IResult> ReassignAsync(
        int number, [FromForm] int version, [FromForm] string? to, [FromForm] bool? phoned, [FromForm] bool? tell, HttpContext http,
        TicketQuery query, ReassignTicketHandler handler, CancellationToken cancellationToken)
    {
        string person = to?.Trim() ?? "";
        TicketResult result = await handler.HandleAsync(
            new ReassignTicket(number, version, http.Person(), person, phoned ?? false, Tell: tell ?? false), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, Given(result.Ticket), new Kept("give", person, ""), cancellationToken);
    }

    public static async Task<IResult> ClaimAsync(
        int number, [FromForm] int version, HttpContext http, TicketQuery query, ClaimTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new ClaimTicket(number, version, http.Person()), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, $"{number}号您接了。", new Kept("claim", null, ""), cancellationToken, undo: OneTapActs.Undo(number));
    }

    public static async Task<IResult> ReturnAsync(
        int number, [FromForm] int version, [FromForm] string? reason, HttpContext http,
        TicketQuery query, ReturnTicketHandler handler, CancellationToken cancellationToken)
    {
        TicketResult result = await handler.HandleAsync(new ReturnTicket(number, version, http.Person(), reason ?? ""), cancellationToken);
        return await WrittenActs.TellAsync(http, query, result, number, $"{number}号已退回。", new Kept("return", reason, ""), cancellationToken);
    }

    private static string Given(Ticket? ticket) => ticket switch
    {
        { State: TicketState.Claimed } => $"{ticket.Number}号您自己办。",
        { IsPhoned: true } => $"{ticket.Number}号记下了：已电话派给{ticket.Assignee}。",
        _ => $"{ticket?.Number}号已派给{ticket?.Assignee}。",
    };
}
