using Bot.Console.Parts;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>One ticket with everything about it.</summary>
public sealed class TicketQuery(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<TicketModel?> LoadAsync(int number, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Ticket? ticket = await db.Set<Ticket>().AsNoTracking()
            .Include(found => found.Reports).Include(found => found.History).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.Number == number, cancellationToken);
        if (ticket is null) { return null; }
        Guess now = new(ticket.Category, ticket.Topic, ticket.Location, ticket.Urgency, null, null);
        return new TicketModel(
            ticket,
            [.. ticket.Reports.OrderBy(report => report.Time).ThenBy(report => report.Id).Select(report =>
                new SaidMessage(report.Sender, report.Group, report.Text, report.Time, report.Images))],
            await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Ticket == number).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            null,
            ticket.IsOpen ? LookAlike.To(now, ticket.Group, number, await db.OpenLookAlikesAsync(cancellationToken)) : []);
    }
}
