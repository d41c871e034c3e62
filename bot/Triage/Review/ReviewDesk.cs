using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Review;

/// <summary>What every decision of a person on a message has in common: load, refuse what another decided, save.</summary>
public sealed class ReviewDesk(
    WriteQueue queue, CommunityStore community, TicketDeadlines deadlines, Alerts alerts, TicketsChanged changed, Outbox outbox, TimeProvider clock)
{
    internal Task<ReviewResult> DecideAsync(
        long seq, string by, bool again, Func<ReviewWork, CancellationToken, Task<ReviewResult>> decide, CancellationToken cancellationToken) =>
        queue.RunAsync((db, token) => DecideAsync(db, seq, by, again, decide, token), cancellationToken);

    /// <summary>The same inside a unit of work of the caller.</summary>
    internal Task<ReviewResult> DecideAsync(
        BotDbContext db, long seq, string by, bool again, Func<ReviewWork, CancellationToken, Task<ReviewResult>> decide, CancellationToken token) =>
        WorkAsync(db, seq, by, async (work, token) =>
        {
            if (!again && !work.Decision.NeedsReview) { return ReviewResult.Refused($"{work.Decision.ReviewedBy ?? "有人"}刚看过这一条"); }
            ReviewResult result = await decide(work, token);
            if (result.IsDone) { work.Reviewed(); }
            return result;
        }, token);

    /// <summary>For what takes a decision back: the message may wait again.</summary>
    internal Task<ReviewResult> RestoreAsync(
        long seq, string by, Func<ReviewWork, CancellationToken, Task<ReviewResult>> decide, CancellationToken cancellationToken) =>
        queue.RunAsync((db, token) => WorkAsync(db, seq, by, decide, token), cancellationToken);

    private async Task<ReviewResult> WorkAsync(
        BotDbContext db, long seq, string by, Func<ReviewWork, CancellationToken, Task<ReviewResult>> decide, CancellationToken token)
    {
        Message? message = await db.Set<Message>().FirstOrDefaultAsync(message => message.Seq == seq, token);
        MessageDecision? decision = await db.Set<MessageDecision>().FirstOrDefaultAsync(decision => decision.MessageSeq == seq, token);
        if (message is null || decision is null) { return ReviewResult.Refused("这条消息已经不在了"); }
        DbCaseBook tickets = new(db, community.Current, deadlines, alerts, changed);
        return await decide(new ReviewWork(db, message, decision, tickets, community.Current, deadlines, outbox, by, clock.GetUtcNow()), token);
    }
}
