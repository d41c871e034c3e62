using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>A person has said a draft in the group, or decided not to.</summary>
/// <param name="Row">The draft's <see cref="OutboxMessage.Id"/>.</param>
public sealed record SettleDraft(long Row, bool Said);

public sealed class SettleDraftHandler(WriteQueue writes, TimeProvider clock)
{
    /// <returns>False when it is no draft any more.</returns>
    public Task<bool> HandleAsync(SettleDraft command, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            OutboxMessage? row = await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == command.Row, token);
            if (row is not { State: OutboxState.Draft }) { return false; }
            row.State = command.Said ? OutboxState.Sent : OutboxState.Dropped;
            row.SentAt = command.Said ? clock.GetUtcNow() : null;
            return true;
        },
        cancellationToken);
}
