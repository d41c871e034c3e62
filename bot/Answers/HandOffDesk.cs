using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>What every use case on questions of one matter has in common: load, refuse what is stale, decide, save, tell.</summary>
public sealed class HandOffDesk(WriteQueue queue, HandOffsChanged changed)
{
    /// <param name="decide">Null when done, else why not.</param>
    internal Task<HandOffResult> DecideAsync(
        int number, int version, Func<BotDbContext, HandOff, string?> decide, CancellationToken cancellationToken) =>
        DecideAsync([new SeenQuestion(number, version)], (db, items) => decide(db, items[0]), cancellationToken);

    internal Task<HandOffResult> DecideAsync(int number, Func<HandOff, string?> decide, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            HandOff? item = await db.Set<HandOff>().AsTracking().FirstOrDefaultAsync(item => item.Number == number, token);
            if (item is null) { return new HandOffResult(HandOffOutcome.NotFound, Message: $"没有问{number}号"); }
            if (decide(item) is { } refusal) { return new HandOffResult(HandOffOutcome.Refused, item, refusal); }
            db.AfterCommit(() => changed.Tell(number));
            return new HandOffResult(HandOffOutcome.Done, item) { Count = 1 };
        }, cancellationToken);

    /// <summary>The first one must be as it was seen; of the others those that are.</summary>
    /// <param name="decide">Null when done, else why not.</param>
    internal Task<HandOffResult> DecideAsync(
        IReadOnlyList<SeenQuestion> seen, Func<BotDbContext, IReadOnlyList<HandOff>, string?> decide, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            int[] numbers = [.. seen.Select(question => question.Number)];
            List<HandOff> found = await db.Set<HandOff>().AsTracking().Where(item => numbers.Contains(item.Number)).ToListAsync(token);
            (int first, int version) = seen[0];
            if (found.Find(item => item.Number == first) is not { } item) { return new HandOffResult(HandOffOutcome.NotFound, Message: $"没有问{first}号"); }
            if (item.Version != version)
            {
                return new HandOffResult(HandOffOutcome.Stale, item, $"{item.AnsweredBy ?? "有人"}刚改过，看看差别再保存");
            }
            HandOff[] items = [item, .. found.Where(other => other != item && seen.Contains(new SeenQuestion(other.Number, other.Version))).OrderBy(other => other.Number)];
            if (decide(db, items) is { } refusal) { return new HandOffResult(HandOffOutcome.Refused, item, refusal); }
            db.AfterCommit(() => Array.ForEach(items, each => changed.Tell(each.Number)));
            return new HandOffResult(HandOffOutcome.Done, item) { Count = items.Length };
        }, cancellationToken);
}

/// <summary>A question as it stood on the page.</summary>
public sealed record SeenQuestion(int Number, int Version);
