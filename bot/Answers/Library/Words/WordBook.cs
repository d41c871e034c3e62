using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Words;

/// <summary>The community's words of one meaning: kept in rows, read by every question from then on.</summary>
public sealed class WordBook(WriteQueue writes, DocumentStore store, IDbContextFactory<BotDbContext> contexts, TimeProvider clock) : IDisposable
{
    // of two requests the one that read the rows first may not be the last to hand them over
    private readonly SemaphoreSlim _applying = new(1, 1);

    public async Task<IReadOnlyList<SameWords>> ListAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<SameWords>().OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Adds groups; one that shares its first word with a known group takes its place.</summary>
    /// <returns>How many; null when there would be too many.</returns>
    public async Task<int?> AddAsync(IReadOnlyList<NameList> groups, string by, CancellationToken cancellationToken)
    {
        int? added = await writes.RunAsync<int?>(async (db, token) =>
        {
            List<SameWords> known = await db.Set<SameWords>().AsTracking().ToListAsync(token);
            NameList[] wanted = [.. groups.DistinctBy(group => group[0])];
            SameWords[] gone = [.. known.Where(row => wanted.Any(group => group[0] == row.Words[0]))];
            if (known.Count - gone.Length + wanted.Length > WordRules.MostGroups) { return null; }
            db.RemoveRange(gone);
            db.AddRange(wanted.Select(group => new SameWords { Words = group, AddedAt = clock.GetUtcNow(), AddedBy = by }));
            return wanted.Length;
        }, cancellationToken);
        await ApplyAsync(cancellationToken);
        return added;
    }

    public async Task<SameWords?> RemoveAsync(int id, CancellationToken cancellationToken)
    {
        SameWords? removed = await writes.RunAsync(async (db, token) =>
        {
            SameWords? row = await db.Set<SameWords>().AsTracking().FirstOrDefaultAsync(each => each.Id == id, token);
            if (row is not null) { db.Remove(row); }
            return row;
        }, cancellationToken);
        await ApplyAsync(cancellationToken);
        return removed;
    }

    /// <summary>Gives the rows to the knowledge base; nothing before it is open.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await _applying.WaitAsync(cancellationToken);
        try
        {
            if (store.Base is { } open) { open.Synonyms = [.. (await ListAsync(cancellationToken)).Select(row => (IReadOnlyList<string>)row.Words)]; }
        }
        finally
        {
            _applying.Release();
        }
    }

    public void Dispose() => _applying.Dispose();
}
