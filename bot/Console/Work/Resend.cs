using Bot.Messaging;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>重发: a person decides that what failed, or may have failed, is said again.</summary>
internal static class Resend
{
    public static async Task<IResult> HandleAsync(
        long id, [FromForm] string? back, HttpContext http, WriteQueue queue, Outbox outbox, Silences silences, TimeProvider clock, CancellationToken cancellationToken)
    {
        bool queued = await queue.RunAsync(async (db, token) =>
        {
            OutboxMessage? row = await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == id, token);
            if (row is not { State: OutboxState.Failed or OutboxState.InDoubt or OutboxState.Muted } || silences.Holds(row)) { return false; }
            (row.State, row.Attempts, row.Error, row.NextAttemptAt, row.SentAt) = (OutboxState.Queued, 0, null, clock.GetUtcNow(), null);
            db.AfterCommit(outbox.SignalOf(row.Channel).Set);
            return true;
        }, cancellationToken);
        return queued ? Acts.Done(http, "正在发。", back) : Acts.NotDone(http, "没有发：这一条已经发出、正在发，或者机器人还在静音。", back);
    }
}
