using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>
/// What the bot says unasked in a group (progress, results, late notes, digests): so many an hour and nothing at night;
/// what is too much waits. Answers, receipts and emergencies do not pass here.
/// </summary>
public sealed class GroupBudget(Outbox outbox, CommunityClock clock, TimeProvider time)
{
    public const int PerHour = 6;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>When the next unasked line may be said in the conversation; now, if it may be said at once.</summary>
    public async Task<DateTimeOffset> SlotAsync(BotDbContext db, string channel, string conversation, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset since = now - Hour;
        List<DateTimeOffset> stored = await db.Set<OutboxMessage>()
            .Where(row => row.Unasked && row.Channel == channel && row.Conversation == conversation && row.NextAttemptAt > since)
            .Select(row => row.NextAttemptAt).ToListAsync(cancellationToken);
        IEnumerable<DateTimeOffset> added = db.ChangeTracker.Entries<OutboxMessage>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.Unasked && entry.Entity.Channel == channel && entry.Entity.Conversation == conversation)
            .Select(entry => entry.Entity.NextAttemptAt);
        return Slot([.. stored, .. added], now, clock);
    }

    /// <summary>Adds an unasked line to a unit of work; it is said as soon as the group may hear it.</summary>
    /// <returns>Whether it will be said; false when the key is taken.</returns>
    public async Task<bool> SayAsync(BotDbContext db, OutboxMessage row, CancellationToken cancellationToken)
    {
        row.Unasked = true;
        row.NextAttemptAt = await SlotAsync(db, row.Channel, row.Conversation, cancellationToken);
        return outbox.Say(db, row);
    }

    /// <param name="taken">When other unasked lines of the group are said, those of the last hour too.</param>
    public static DateTimeOffset Slot(IReadOnlyCollection<DateTimeOffset> taken, DateTimeOffset now, CommunityClock clock)
    {
        DateTimeOffset[] candidates = [now, .. taken.Select(at => at + Hour).Where(at => at > now).Order()];
        return candidates.Select(at => QuietHours.After(at, clock))
            .First(at => taken.Count(other => other > at - Hour && other < at + Hour) < PerHour);
    }
}
