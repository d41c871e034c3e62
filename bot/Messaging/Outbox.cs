using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>What the bot is to say. Written in the transaction of its cause, sent after the commit.</summary>
public sealed class Outbox(IEnumerable<IChannel> channels, Silences silences, TimeProvider clock, ILogger<Outbox> logger)
{
    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a row to a unit of work on the <see cref="WriteQueue"/>. A key that was used before is not said again.
    /// In a silenced group it is kept as <see cref="OutboxState.Muted"/> and not said.
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
        if (row.State != OutboxState.Dropped && silences.Holds(row)) { row.State = OutboxState.Muted; }
        rows.AddRange(InParts(row));
        Steps.ReachedOnSave(db, Steps.ReplyQueued);
        db.AfterCommit(SignalOf(row.Channel).Set);
        return true;
    }

    /// <summary>
    /// Adds the same words for many conversations of one channel to a unit of work on the <see cref="WriteQueue"/>, in one statement.
    /// The key of each row is that of <paramref name="words"/> followed by the conversation.
    /// </summary>
    /// <returns>How many rows were added; those whose key is taken are not said again.</returns>
    public async Task<int> SayToAllAsync(
        BotDbContext db, OutboxMessage words, IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        int said = 0;
        foreach (OutboxMessage part in InParts(words)) { said = await InsertAsync(db, part, conversations, cancellationToken); }
        db.AfterCommit(SignalOf(words.Channel).Set);
        return said;
    }

    // Each part a row of its own: what is said of one is known even when the next fails
    private IEnumerable<OutboxMessage> InParts(OutboxMessage row)
    {
        Capabilities? known = channels.FirstOrDefault(channel => channel.Name == row.Channel)?.Capabilities;
        IReadOnlyList<string> parts = TextParts.Of(row.Text, known?.MostBytes, known?.MostCharacters);
        row.Text = parts[0];
        return parts.Skip(1).Select((text, index) => row.Part(index + 2, text)).Prepend(row);
    }

    private async Task<int> InsertAsync(
        BotDbContext db, OutboxMessage words, IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        long from = Math.Max(now, words.NextAttemptAt.ToUnixTimeMilliseconds());
        string all = JsonSerializer.Serialize(conversations);
        string silent = JsonSerializer.Serialize(conversations.Where(conversation => !words.Always && silences.Covers(conversation)));
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (Key, Channel, Conversation, Text, NoticeRun, Unasked, State, Attempts, CreatedAt, NextAttemptAt, Always)
            SELECT {words.Key} || value, {words.Channel}, value, {words.Text}, {words.NoticeRun}, {words.Unasked},
                CASE WHEN value IN (SELECT value FROM json_each({silent})) THEN {(int)OutboxState.Muted} ELSE {(int)words.State} END,
                0, {now}, {from}, {words.Always}
            FROM json_each({all}) WHERE true ON CONFLICT (Key) DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>Set whenever the sender of <paramref name="channel"/> has something to look at.</summary>
    internal Signal SignalOf(string channel) => _signals.GetOrAdd(channel, _ => new Signal());
}
