using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>A message whose time is over.</summary>
internal sealed record OldMessage(long Seq, IReadOnlyList<string> Images)
{
    /// <summary>The oldest first; without those that wait for triage and those of tickets that are open or had something happen to them since.</summary>
    public static Task<List<OldMessage>> FindAsync(BotDbContext db, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        IQueryable<Ticket> open = db.Set<Ticket>().Where(ticket => Ticket.OpenStates.Contains(ticket.State) || ticket.History.Any(line => line.At >= before));
        return db.Set<Message>().AsNoTracking()
            .Where(message => message.Time < before && message.State != MessageState.Received)
            .Where(message => !db.Set<MessageDecision>().Any(decision => decision.MessageSeq == message.Seq && open.Any(ticket => ticket.Number == decision.Ticket)))
            .Where(message => !db.Set<TicketReport>().Any(report => report.Channel == message.Channel && report.Conversation == message.Conversation
                && report.MessageId == message.MessageId && open.Any(ticket => ticket.Number == EF.Property<int>(report, "TicketNumber"))))
            .OrderBy(message => message.Seq).Take(most)
            .Select(message => new OldMessage(message.Seq, message.Images)).ToListAsync(cancellationToken);
    }
}
