using Bot.Messaging;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>重发: a person decides that what failed, or may have failed, is said again.</summary>
internal static class Resend
{
    public static async Task<IResult> HandleAsync(
        long id, [FromForm] string? back, HttpContext http, WriteQueue queue, Outbox outbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        bool queued = await queue.RunAsync(async (db, token) =>
        {
            OutboxMessage? row = await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == id, token);
            if (row is not { State: OutboxState.Failed or OutboxState.InDoubt }) { return false; }
            (row.State, row.Attempts, row.Error, row.NextAttemptAt) = (OutboxState.Queued, 0, null, clock.GetUtcNow());
            db.AfterCommit(outbox.SignalOf(row.Channel).Set);
            return true;
        }, cancellationToken);
        return queued ? Acts.Done(http, "正在重发。", back) : Acts.NotDone(http, "没有重发：这一条已经发出，或者正在发。", back);
    }
}
