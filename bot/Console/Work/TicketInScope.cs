using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>One ticket and all acts on it are not there for whoever may not see it.</summary>
internal sealed class TicketInScope(IDbContextFactory<BotDbContext> contexts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (!int.TryParse(http.GetRouteValue("number")?.ToString(), out int number)) { return TicketEndpoints.NotHere(0); }
        Scope scope = http.Scope();
        await using BotDbContext db = await contexts.CreateDbContextAsync(http.RequestAborted);
        return await db.Set<Ticket>().Within(scope).AnyAsync(ticket => ticket.Number == number, http.RequestAborted)
            ? await next(context)
            : TicketEndpoints.NotHere(number);
    }
}
