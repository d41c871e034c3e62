using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Mine;

/// <summary>我的 by building, the walk, and 办好了 in one tap.</summary>
internal static class MineEndpoints
{
    public static void MapMine(this RouteGroupBuilder console)
    {
        RouteGroupBuilder mine = console.MapGroup("/mine");
        mine.MapGet("", async (HttpContext http, MineQuery query, CancellationToken token) => Page.Of<MinePage>(await query.LoadAsync(http.Scope(), token)));
        mine.MapGet("/walk", async (HttpContext http, MineQuery query, CancellationToken token) => Page.Of<WalkPage>(await query.LoadAsync(http.Scope(), token)));
        mine.MapPost("/{number:int}/done", DoneAsync);
    }

    private static async Task<IResult> DoneAsync(
        int number, [FromForm] int version, HttpContext http, ResolveTicketHandler handler, IDbContextFactory<BotDbContext> contexts, CancellationToken token)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(token);
        Scope scope = http.Scope();
        if (!await db.Set<Ticket>().Where(ticket => ticket.Number == number).Within(scope).AnyAsync(token)) { return Work.TicketEndpoints.NotHere(number); }
        TicketResult result = await handler.HandleAsync(new ResolveTicket(number, version, http.Person()), token);
        return Acts.Tell(http, result, $"{number}号办好了{Acts.IfHeard(result, "，已请反映人确认")}。", "/console/mine", undo: Work.OneTapActs.Undo(number));
    }
}
