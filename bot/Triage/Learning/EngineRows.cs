using Bot.Storage;
using Bot.Triage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Learning;

/// <summary>What is done to the rows of engines inside a unit of work.</summary>
internal static class EngineRows
{
    /// <summary>Whichever is in use is a spare from here on. Saved at once: only one may be in use at any moment.</summary>
    public static Task RetireAsync(this BotDbContext db, CancellationToken cancellationToken) =>
        db.Set<EngineVersion>().Where(engine => engine.State == EngineState.InUse)
            .ExecuteUpdateAsync(set => set.SetProperty(engine => engine.State, EngineState.Spare), cancellationToken);

    /// <summary>Of the spares and of the refused, only the latest few are kept.</summary>
    public static async Task PruneAsync(this BotDbContext db, int keep, CancellationToken cancellationToken)
    {
        foreach (EngineState state in new[] { EngineState.Spare, EngineState.Refused })
        {
            List<EngineVersion> old = await db.Set<EngineVersion>().Where(engine => engine.State == state)
                .OrderByDescending(engine => engine.Number).Skip(keep).ToListAsync(cancellationToken);
            db.RemoveRange(old);
        }
    }
}
