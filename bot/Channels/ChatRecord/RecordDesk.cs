using Bot.Grids;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Channels.ChatRecord;

/// <summary>Shows what taking in a record would do.</summary>
public sealed class RecordDesk(
    IDbContextFactory<BotDbContext> contexts, CommunityStore community, RecordingKeys keys, CommunityClock clock, TimeProvider time, IOptions<PrivacyOptions> privacy)
{
    /// <summary>The record, with its plan while it is a preview; null when it is gone.</summary>
    public async Task<(PastedRecord Record, RecordPlan? Plan)?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        PastedRecord? record = await db.Set<PastedRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Id == id, cancellationToken);
        if (record is null) { return null; }
        DateTimeOffset now = time.GetUtcNow();
        return record.State == RecordState.Preview
            ? (record, RecordPlan.Of(record, community.Current, await KnownGroup.LoadAsync(db, keys, record.Group, cancellationToken), clock, now, privacy.Value.Oldest(now)))
            : (record, null);
    }
}
