using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Parts;

internal static class OpenTickets
{
    /// <summary>The open tickets a matter could belong to, without their messages.</summary>
    public static async Task<LookAlike[]> OpenLookAlikesAsync(this BotDbContext db, CancellationToken cancellationToken) =>
        await db.Set<Ticket>()
            .Where(ticket => ticket.State == TicketState.Captured || ticket.State == TicketState.Accepted)
            .Select(ticket => new LookAlike(ticket.Number, ticket.Matter, ticket.Location, ticket.Topic, ticket.Group))
            .ToArrayAsync(cancellationToken);
}
