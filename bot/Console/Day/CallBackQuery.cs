using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>A reporter by telephone or at the door who has not been told how it ended.</summary>
public sealed record CallBackRow(int Number, string Matter, string Sender, string Channel);

/// <summary>请回电: results that wait for a call, the oldest first.</summary>
public sealed class CallBackQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int Shown = 8;
    private static readonly string[] Channels = [.. Bot.Tickets.ByHand.All.Select(one => one.Channel)];
    private static readonly TicketState[] Ended = [TicketState.Resolved, TicketState.Verified, TicketState.Closed];

    public async Task<IReadOnlyList<CallBackRow>> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        // From the reports by hand, which are few and found by their channel
        return await db.Set<TicketReport>().AsNoTracking()
            .Where(report => Channels.Contains(report.Channel) && report.IsReport && report.ToldThrough == null)
            .Join(
                db.Set<Ticket>().Within(scope).Where(ticket => Ended.Contains(ticket.State)),
                report => EF.Property<int>(report, "TicketNumber"),
                ticket => ticket.Number,
                (report, ticket) => new { report, ticket, EndedAt = ticket.ClosedAt ?? ticket.VerifiedAt ?? ticket.ResolvedAt })
            .Where(row => row.report.CalledAt == null || row.report.CalledAt < row.EndedAt)
            .OrderBy(row => row.ticket.Number).Take(Shown)
            .Select(row => new CallBackRow(row.ticket.Number, row.ticket.Matter, row.report.Sender, row.report.Channel))
            .ToListAsync(cancellationToken);
    }
}
