using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Parts;

/// <summary>A picture is seen with the message or the ticket it belongs to, and by nobody else who is signed in.</summary>
internal sealed class PhotoGate(IDbContextFactory<BotDbContext> contexts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        Scope scope = http.Scope();
        bool whole = scope is { Groups: null, SeesPrivate: true } || http.User.Identity?.IsAuthenticated is not true;
        return whole || await SeesAsync($"{http.Request.RouteValues["name"]}", scope, http.RequestAborted) ? await next(context) : TypedResults.NotFound();
    }

    private async Task<bool> SeesAsync(string name, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Tickets(scope).AnyAsync(ticket => ticket.ResolvedPhoto == name, cancellationToken)) { return true; }
        List<Message> with = await db.Set<Message>().FromSql($"SELECT * FROM messages WHERE instr(Images, {name}) > 0").AsNoTracking().ToListAsync(cancellationToken);
        long[] seqs = [.. with.Where(message => message.Images.Contains(name)).Select(message => message.Seq)];
        return await db.Messages(scope).AnyAsync(message => seqs.Contains(message.Seq), cancellationToken);
    }
}
