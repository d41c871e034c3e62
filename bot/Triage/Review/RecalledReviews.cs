using Bot.Messaging;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Review;

/// <summary>Nobody need look at words that were taken back, and nothing is learned from them.</summary>
internal sealed class RecalledReviews(TimeProvider clock) : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        MessageDecision? decision = await db.Set<MessageDecision>().AsTracking().FirstOrDefaultAsync(decided => decided.MessageSeq == message.Seq, cancellationToken);
        if (decision is { NeedsReview: true })
        {
            (decision.NeedsReview, decision.ReviewedBy, decision.ReviewedAt) = (false, Ticket.Machine, clock.GetUtcNow());
        }
        await db.Set<MessageCorrection>().Where(kept => kept.MessageSeq == message.Seq).ExecuteDeleteAsync(cancellationToken);
    }
}
