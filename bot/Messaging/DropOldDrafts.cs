using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>A person decides that drafts that answer words of long ago are not said.</summary>
public sealed class DropOldDraftsHandler(WriteQueue writes, TimeProvider clock)
{
    /// <summary>From this age of the answered words on an answer may come too late.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <param name="scope">Whose groups.</param>
    /// <returns>How many were dropped.</returns>
    public Task<int> HandleAsync(Scope scope, CancellationToken cancellationToken) => writes.RunAsync(
        (db, token) => db.OldDrafts(scope, clock.GetUtcNow()).ExecuteUpdateAsync(row => row.SetProperty(draft => draft.State, OutboxState.Dropped), token),
        cancellationToken);
}

public static class DraftQueries
{
    /// <summary>Drafts that answer words older than <see cref="DropOldDraftsHandler.Old"/>.</summary>
    public static IQueryable<OutboxMessage> OldDrafts(this BotDbContext db, Scope scope, DateTimeOffset now)
    {
        DateTimeOffset since = now - DropOldDraftsHandler.Old;
        IQueryable<OutboxMessage> rows = db.Set<OutboxMessage>();
        if (scope.Groups is { } groups) { rows = rows.Where(row => groups.Contains(row.Conversation)); }
        return rows.Where(row => row.State == OutboxState.Draft && db.Set<Message>().Any(message =>
            message.Channel == row.Channel && message.Conversation == row.Conversation && message.MessageId == row.ReplyTo && message.Time < since));
    }
}
