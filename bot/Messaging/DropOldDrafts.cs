using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>A person decides that drafts that answer words of long ago are not said.</summary>
public sealed class DropOldDraftsHandler(WriteQueue writes, TimeProvider clock)
{
    /// <summary>From this age of the answered words on an answer may come too late.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <returns>How many were dropped.</returns>
    public Task<int> HandleAsync(CancellationToken cancellationToken) => writes.RunAsync(
        (db, token) => db.OldDrafts(clock.GetUtcNow()).ExecuteUpdateAsync(row => row.SetProperty(draft => draft.State, OutboxState.Dropped), token),
        cancellationToken);
}

public static class DraftQueries
{
    /// <summary>Drafts that answer words older than <see cref="DropOldDraftsHandler.Old"/>.</summary>
    public static IQueryable<OutboxMessage> OldDrafts(this BotDbContext db, DateTimeOffset now)
    {
        DateTimeOffset since = now - DropOldDraftsHandler.Old;
        return db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Draft && db.Set<Message>().Any(message =>
            message.Channel == row.Channel && message.Conversation == row.Conversation && message.MessageId == row.ReplyTo && message.Time < since));
    }
}
