using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Audit;

/// <summary>What looking through the chain found.</summary>
/// <param name="Broken">Number of the first line that does not follow from the one before it; null when all do.</param>
/// <param name="Missing">Lines that are gone from the end.</param>
public sealed record AuditState(long Lines, long? Broken, long Missing)
{
    public bool IsWhole => Broken is null && Missing == 0;
}

/// <summary>记录完整: whether any line was changed, taken out or put in.</summary>
public sealed class AuditCheck(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<AuditState> RunAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        AuditEntry? last = null;
        long lines = 0;
        await foreach (AuditEntry entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!Follows(entry, last)) { return new AuditState(lines, entry.Id, 0); }
            (last, lines) = (entry, lines + 1);
        }
        return new AuditState(lines, null, await AuditChain.HighestEverAsync(db, cancellationToken) - (last?.Id ?? 0));
    }

    // The first line of all, or the one that says that the sample was removed with what came before
    private static bool Follows(AuditEntry entry, AuditEntry? last) => entry.Hash == AuditChain.HashOf(entry) && (last is null
        ? entry.Before.Length == 0 && (entry.Id == 1 || entry.Act == AuditChain.Cleared)
        : entry.Id == last.Id + 1 && entry.Before == last.Hash);
}
