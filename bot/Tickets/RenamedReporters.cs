using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>What a member reported and how they rated it go with their new name; who did what with a ticket stays as it was written.</summary>
internal sealed class RenamedReporters : INameWitness
{
    public async Task RenamedAsync(BotDbContext db, string channel, string from, string to, CancellationToken cancellationToken)
    {
        IQueryable<TicketReport> reports = db.Set<TicketReport>().Where(report => report.Channel == channel && report.Sender == from);
        int[] tickets = await reports.Select(report => EF.Property<int>(report, "TicketNumber")).Distinct().ToArrayAsync(cancellationToken);
        await reports.ExecuteUpdateAsync(set => set.SetProperty(report => report.Sender, to), cancellationToken);
        foreach (int[] some in tickets.Chunk(500))
        {
            await db.Set<TicketRating>().Where(rating => rating.By == from && some.Contains(EF.Property<int>(rating, "TicketNumber")))
                .ExecuteUpdateAsync(set => set.SetProperty(rating => rating.By, to), cancellationToken);
        }
    }
}
