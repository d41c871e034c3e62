using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Keeps the knowledge base equal to the rows: after each change, and as a whole at the start.</summary>
public sealed class Shelf(DocumentStore store, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock, ILogger<Shelf> logger)
    : IDisposable
{
    private const string Program = "程序";
    private readonly SemaphoreSlim _syncing = new(1, 1);

    /// <summary>Takes over what has changed under these names; until the store is open there is nothing to take over into.</summary>
    public Task SyncAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => AloneAsync(async open =>
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Take(open, names, await Live(db).Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, cancellationToken));
    }, cancellationToken);

    /// <summary>Makes the knowledge base equal to the rows.</summary>
    /// <param name="adopt">Whether documents without a row, which the command <c>index</c> put there, get one; else they go.</param>
    public Task SyncAllAsync(bool adopt, CancellationToken cancellationToken) => AloneAsync(async open =>
    {
        if (adopt) { await AdoptAsync(open, cancellationToken); }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<string, ShelfDocument> rows = await Live(db).ToDictionaryAsync(row => row.Name, cancellationToken);
        Take(open, [.. open.Documents.Select(stored => stored.Document.Name).Union(rows.Keys)], rows);
        logger.Synchronised(open.Documents.Count);
    }, cancellationToken);

    /// <summary>Fills an empty shelf with the sample; a shelf from which everything was removed is not empty.</summary>
    public Task FillAsync(IReadOnlyList<Document> sample, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        if (!await db.Set<ShelfDocument>().AnyAsync(token))
        {
            db.AddRange(sample.Select(document => ShelfDocument.Of(document, ShelfOrigin.Sample, ShelfState.Active, Program, clock.GetUtcNow())));
        }
    }, cancellationToken);

    public void Dispose() => _syncing.Dispose();

    private static IQueryable<ShelfDocument> Live(BotDbContext db) =>
        db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Active || row.State == ShelfState.Disabled);

    private Task AdoptAsync(KnowledgeBase open, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        HashSet<string> known = [.. await db.Set<ShelfDocument>().Select(row => row.Name).Distinct().ToListAsync(token)];
        foreach (StoredDocument orphan in open.Documents.Where(stored => !known.Contains(stored.Document.Name)))
        {
            ShelfState state = orphan.Enabled ? ShelfState.Active : ShelfState.Disabled;
            db.Add(ShelfDocument.Of(orphan.Document, ShelfOrigin.Index, state, Program, clock.GetUtcNow()));
        }
    }, cancellationToken);

    private static void Take(KnowledgeBase open, IEnumerable<string> names, Dictionary<string, ShelfDocument> rows)
    {
        List<StoredDocument> changed = [];
        foreach (string name in names)
        {
            StoredDocument? stored = open.Find(name);
            if (!rows.TryGetValue(name, out ShelfDocument? row))
            {
                open.Remove(name);
            }
            else if (new StoredDocument(row.ToDocument(), row.State == ShelfState.Active, stored?.Fingerprint) is var wanted && wanted != stored)
            {
                changed.Add(wanted);
            }
        }
        if (changed.Count > 0) { open.Put(changed); }
    }

    private async Task AloneAsync(Func<KnowledgeBase, Task> work, CancellationToken cancellationToken)
    {
        await _syncing.WaitAsync(cancellationToken);
        try
        {
            if (store.Base is { } open) { await work(open); }
        }
        finally
        {
            _syncing.Release();
        }
    }
}
