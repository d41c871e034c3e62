using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>Lines that nobody asked for and that wait for the morning, or for their turn in the hour.</summary>
public static class HeldWords
{
    /// <summary>What was to be said of a ticket is no longer true: whatever still waits is not said.</summary>
    public static Task<int> DropHeldAsync(this BotDbContext db, int ticket, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<OutboxMessage>()
            .Where(row => row.Ticket == ticket && row.Unasked && row.State == OutboxState.Queued && row.Attempts == 0 && row.NextAttemptAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Dropped), cancellationToken);
}
