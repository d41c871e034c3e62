using Bot.Audit;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.ByHand;

/// <summary>打电话: the number is shown to who calls, and that it was looked at is written down; then what came of it.</summary>
internal static class CallActs
{
    public static async Task<IResult> CallAsync(
        int number, HttpContext http, IDbContextFactory<BotDbContext> contexts, AuditTrail audit, CancellationToken token)
    {
        if (await LoadAsync(number, http.Scope(), contexts, token) is not { } model) { return Work.TicketEndpoints.NotHere(number); }
        await audit.RecordAsync(new AuditAct("reveal", number.ToString(), "打电话"), token);
        return Page.Of<CallPage>(model);
    }

    public static async Task<IResult> CalledAsync(
        int number, [FromForm] int version, [FromForm] string? words, HttpContext http, CallBackHandler handler,
        IDbContextFactory<BotDbContext> contexts, CancellationToken token)
    {
        if (await LoadAsync(number, http.Scope(), contexts, token) is not { } model) { return Work.TicketEndpoints.NotHere(number); }
        string said = words?.Trim() is { Length: > 0 } text ? text : "打了电话";
        TicketResult result = await handler.HandleAsync(new CallBack(number, version, http.Person(), said), token);
        return result.IsDone
            ? Acts.Done(http, $"{number}号：记下了，{said}。", $"/console/tickets/{number}")
            : Page.Of<CallPage>(model with { Words = words, Error = $"没有保存：{result.Message}。" }, StatusCodes.Status409Conflict);
    }

    private static async Task<CallModel?> LoadAsync(int number, Scope scope, IDbContextFactory<BotDbContext> contexts, CancellationToken token)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(token);
        Ticket? ticket = await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.Number == number).Within(scope)
            .Include(ticket => ticket.Reports).FirstOrDefaultAsync(token);
        return ticket is null ? null : new CallModel(ticket, [.. ticket.Reports.Where(report => report.Phone is not null).DistinctBy(report => report.Phone)]);
    }
}
