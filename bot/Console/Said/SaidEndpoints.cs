using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Said;

/// <summary>机器人说过的话: what it said in each group, taking it back, correcting it.</summary>
internal static class SaidEndpoints
{
    public static void MapSaid(this RouteGroupBuilder console)
    {
        console.MapGet("/said", async ([AsParameters] SaidFilter filter, HttpContext http, SaidQuery query, CancellationToken cancellationToken) =>
            Page.Of<SaidPage>(await query.LoadAsync(filter, http.Scope(), cancellationToken)));
        console.MapPost("/said/{id:long}/takeback", TakeBackAsync).RequireAuthorization(Access.WorkerPolicy);
        console.MapPost("/said/{id:long}/correct", CorrectAsync).RequireAuthorization(Access.WorkerPolicy);
        console.MapPost("/tickets/{number:int}/unsaid", UnsayAsync).RequireAuthorization(Access.WorkerPolicy);
    }

    private static async Task<IResult> TakeBackAsync(
        long id, [FromForm] string? back, HttpContext http, IDbContextFactory<BotDbContext> contexts, TakeBackHandler handler, CancellationToken cancellationToken)
    {
        if (!await MayAsync(id, http, contexts, cancellationToken)) { return NotHere(); }
        return await handler.HandleAsync(new TakeBack(id, http.Person()), cancellationToken) switch
        {
            TakeBackResult.Held => Acts.Done(http, "撤回了，群里没有看到这句。", back),
            TakeBackResult.Recalled => Acts.Done(http, "正在撤回，群里会显示“已撤回”。", back),
            TakeBackResult.Corrected => Acts.Done(http, "这个群撤不回，已跟一句更正。", back),
            TakeBackResult.Before => Acts.NotDone(http, "没有再撤：这句已经撤回或更正过了。", back),
            TakeBackResult.Busy => Acts.NotDone(http, "没有撤回：这句正在发，过几秒再点。", back),
            _ => NotHere(),
        };
    }

    private static async Task<IResult> CorrectAsync(
        long id, [FromForm] string? text, [FromForm] string? back, HttpContext http,
        IDbContextFactory<BotDbContext> contexts, SaidQuery query, CorrectSaidHandler handler, CancellationToken cancellationToken)
    {
        if (!await MayAsync(id, http, contexts, cancellationToken)) { return NotHere(); }
        if (await handler.HandleAsync(new CorrectSaid(id, text ?? "", http.Person()), cancellationToken) is not { } refusal)
        {
            return Acts.Done(http, "更正正在发。", back);
        }
        SaidModel one = await query.OneAsync(id, cancellationToken);
        return Page.Of<SaidPage>(one with { Kept = text, Error = $"没有发：{refusal}。" }, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> UnsayAsync(
        int number, [FromForm] string? back, HttpContext http, IDbContextFactory<BotDbContext> contexts, TakeBackHandler handler, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Ticket>().Within(http.Scope()).AnyAsync(ticket => ticket.Number == number, cancellationToken)) { return NotHere(); }
        int taken = await handler.AllOfAsync(number, http.Person(), cancellationToken);
        return taken > 0
            ? Acts.Done(http, $"{number}号在群里的{taken}句回话撤回了。", back)
            : Acts.NotDone(http, $"{number}号没有要撤回的话。", back);
    }

    // Whoever may act on the ticket it speaks of, or leads where it was said
    private static async Task<bool> MayAsync(long id, HttpContext http, IDbContextFactory<BotDbContext> contexts, CancellationToken cancellationToken)
    {
        Scope scope = http.Scope();
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        OutboxMessage? row = await db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is not null && !PrivateLine.Is(row.Conversation)
            && (row.Ticket is { } number && await db.Set<Ticket>().Within(scope).AnyAsync(ticket => ticket.Number == number, cancellationToken)
                || http.User.May(Access.LeadPolicy) && scope.Covers(row.Conversation));
    }

    private static IResult NotHere() => Page.Of<Frame.MissingPage>("没有这句话，可能示例已经清空。", StatusCodes.Status404NotFound);
}
