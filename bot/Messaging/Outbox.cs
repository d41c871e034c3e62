using System.Collections.Concurrent;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>What the bot is to say. Written in the transaction of its cause, sent after the commit.</summary>
public sealed class Outbox(TimeProvider clock, ILogger<Outbox> logger)
{
    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a row to a unit of work on the <see cref="WriteQueue"/>. A key that was used before is not said again.
    /// A row whose <see cref="OutboxMessage.NextAttemptAt"/> lies ahead waits until then and holds nobody back.
    /// </summary>
    /// <returns>Whether it will be said; false when the key is taken.</returns>
    public bool Say(BotDbContext db, OutboxMessage row)
    {
        DbSet<OutboxMessage> rows = db.Set<OutboxMessage>();
        if (rows.Local.Any(other => other.Key == row.Key) || rows.Any(other => other.Key == row.Key))
        {
            string conversation = PrivateLine.Masked(row.Conversation, row.Conversation);
            logger.SaidBefore(PrivateLine.Masked(row.Conversation, row.Key), row.Channel, conversation);
            return false;
        }
        row.CreatedAt = clock.GetUtcNow();
        row.NextAttemptAt = row.NextAttemptAt > row.CreatedAt ? row.NextAttemptAt : row.CreatedAt;
        rows.Add(row);
        Steps.ReachedOnSave(db, Steps.ReplyQueued);
        db.AfterCommit(SignalOf(row.Channel).Set);
        return true;
    }

    /// <summary>Set whenever the sender of <paramref name="channel"/> has something to look at.</summary>
    internal Signal SignalOf(string channel) => _signals.GetOrAdd(channel, _ => new Signal());
}
