using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>A reporter by telephone or at the door, and the ticket of which they have not been told how it ended.</summary>
public sealed class WaitingCall
{
    public required Ticket Ticket { get; init; }
    public required TicketReport Report { get; init; }
}

/// <summary>请回电: the rule, for one ticket and for all; of what another system filed only where it left a number. A call after 办好 told the result; that it is verified or closed later is no news.</summary>
public static class CallBacks
{
    private static readonly string[] Channels = [.. ByHand.All.Select(one => one.Channel), ByHand.Outside];
    private static readonly TicketState[] Ended = [TicketState.Resolved, TicketState.Verified, TicketState.Closed];

    public static bool AwaitsCall(this Ticket ticket, TicketReport report) =>
        ticket.HasEnded && report.IsReport && report.SpokenThrough is null && (report.Channel != ByHand.Outside || report.Phone is not null)
        && (report.CalledAt is null || report.CalledAt < (ticket.ResolvedAt ?? ticket.VerifiedAt ?? ticket.ClosedAt));

    // From the reports by hand, which are few and found by their channel
    public static IQueryable<WaitingCall> WaitingCalls(this BotDbContext db, Scope scope) => db.Set<TicketReport>().AsNoTracking()
        .Where(report => Channels.Contains(report.Channel) && report.IsReport && report.ToldThrough == null
            && (report.Channel != ByHand.Outside || report.Phone != null))
        .Join(
            db.Set<Ticket>().Within(scope).Where(ticket => Ended.Contains(ticket.State)),
            report => EF.Property<int>(report, "TicketNumber"),
            ticket => ticket.Number,
            (report, ticket) => new WaitingCall { Ticket = ticket, Report = report })
        .Where(row => row.Report.CalledAt == null || row.Report.CalledAt < (row.Ticket.ResolvedAt ?? row.Ticket.VerifiedAt ?? row.Ticket.ClosedAt));
}
