using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>What every use case on a question has in common: load, refuse what is stale, decide, save, tell.</summary>
public sealed class HandOffDesk(WriteQueue queue, HandOffsChanged changed)
{
    /// <param name="decide">Null when done, else why not.</param>
    internal Task<HandOffResult> DecideAsync(
        int number, int version, Func<BotDbContext, HandOff, string?> decide, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            HandOff? item = await db.Set<HandOff>().FirstOrDefaultAsync(item => item.Number == number, token);
            if (item is null) { return new HandOffResult(HandOffOutcome.NotFound, Message: $"没有问{number}号"); }
            if (item.Version != version)
            {
                return new HandOffResult(HandOffOutcome.Stale, item, $"{item.AnsweredBy}刚改过，看看差别再保存");
            }
            if (decide(db, item) is { } refusal) { return new HandOffResult(HandOffOutcome.Refused, item, refusal); }
            db.AfterCommit(() => changed.Tell(number));
            return new HandOffResult(HandOffOutcome.Done, item);
        }, cancellationToken);
}
