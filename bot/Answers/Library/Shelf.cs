using Bot.Storage;
using Knowledge;
using Knowledge.Stores;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Keeps the knowledge base equal to the rows: after each change, and as a whole at the start and after a failure.</summary>
public sealed class Shelf(DocumentStore store, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock, ILogger<Shelf> logger)
    : IDisposable
{
    private const string Program = "程序";
    private readonly SemaphoreSlim _syncing = new(1, 1);

    /// <summary>Tells that what answers has changed.</summary>
    public event Action? Synced;

    /// <summary>
    /// Takes over what has changed under these names; until something answers there is nothing to take over into. What a server
    /// does not take is made good when it is back: the rows are there.
    /// </summary>
    public async Task SyncAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        try
        {
            await AloneAsync(async () =>
            {
                if (store.Serving is not { } open) { return; }
                await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
                await TakeAsync(open, names, await Live(db).Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, cancellationToken), null, cancellationToken);
            }, cancellationToken);
            Synced?.Invoke();
        }
        catch (StoreException failure)
        {
            store.Fail(failure);
        }
    }

    /// <summary>Makes what answers equal to the rows.</summary>
    /// <param name="adopt">Whether documents without a row, which the command <c>index</c> put there, get one; else they go.</param>
    /// <exception cref="StoreException">The store cannot be reached or refuses.</exception>
    public Task SyncAllAsync(bool adopt, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (adopt && store.Base is { } folder) { await AdoptAsync(folder, cancellationToken); }
        if (store.Serving is not { } open) { return; }
        await SyncAllAsync(open, null, cancellationToken);
        logger.Synchronised(open.Names.Count);
    }, cancellationToken);

    /// <summary>Fills a store while another one answers, then lets it take its place from one moment to the next.</summary>
    /// <exception cref="StoreException">The store cannot be reached or refuses; what answered before still does.</exception>
    public async Task MoveAsync(IKnowledgeStore next, IProgress<StoreProgress> progress, CancellationToken cancellationToken)
    {
        if (store.Serving != next) { await SyncAllAsync(next, progress, cancellationToken); }
        await AloneAsync(async () =>
        {
            // what was changed meanwhile
            await SyncAllAsync(next, null, cancellationToken);
            await next.ServeAsync(cancellationToken);
            store.Serve(next);
        }, cancellationToken);
        logger.Synchronised(next.Names.Count);
    }

    /// <summary>Fills an empty shelf with the sample; a shelf from which everything was removed is not empty.</summary>
    public Task FillAsync(IReadOnlyList<Document> sample, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        if (!await db.Set<ShelfDocument>().AnyAsync(token))
        {
            db.AddRange(sample.Select(document => ShelfDocument.Of(document, ShelfOrigin.Sample, ShelfState.Active, Program, clock.GetUtcNow())));
        }
    }, cancellationToken);

    /// <summary>Makes sure that what was taken out of the documents is in no file of the knowledge base any more; false when it may be.</summary>
    public bool Flush() => store.Base?.Flush() ?? true;

    public void Dispose() => _syncing.Dispose();

    internal static IQueryable<ShelfDocument> Live(BotDbContext db) =>
        db.Set<ShelfDocument>().Live();

    private Task AdoptAsync(KnowledgeBase folder, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        HashSet<string> known = [.. await db.Set<ShelfDocument>().Select(row => row.Name).Distinct().ToListAsync(token)];
        foreach (StoredDocument orphan in folder.Documents.Where(stored => !known.Contains(stored.Document.Name)))
        {
            ShelfState state = orphan.Enabled ? ShelfState.Active : ShelfState.Disabled;
            db.Add(ShelfDocument.Of(orphan.Document, ShelfOrigin.Index, state, Program, clock.GetUtcNow()));
        }
    }, cancellationToken);

    private async Task SyncAllAsync(IKnowledgeStore open, IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<string, ShelfDocument> rows = await Live(db).ToDictionaryAsync(row => row.Name, cancellationToken);
        await TakeAsync(open, [.. open.Names.Union(rows.Keys)], rows, progress, cancellationToken);
    }

    private static async Task TakeAsync(
        IKnowledgeStore open, IReadOnlyCollection<string> names, Dictionary<string, ShelfDocument> rows, IProgress<StoreProgress>? progress, CancellationToken cancellationToken)
    {
        List<StoredDocument> changed = [];
        List<string> gone = [];
        foreach (string name in names)
        {
            StoreEntry? entry = open.Find(name);
            if (!rows.TryGetValue(name, out ShelfDocument? row))
            {
                if (entry is not null) { gone.Add(name); }
                continue;
            }
            StoredDocument wanted = row.ToStored(row.State == ShelfState.Active);
            if (entry is null || entry.Mark != StoreEntry.MarkOf(wanted)) { changed.Add(wanted); }
            else if (entry.Enabled != wanted.Enabled) { await open.EnableAsync(name, wanted.Enabled, cancellationToken); }
        }
        if (changed.Count > 0) { await open.PutAsync(changed, progress, cancellationToken); }
        if (gone.Count > 0) { await open.RemoveAsync(gone, cancellationToken); }
    }

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _syncing.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _syncing.Release();
        }
    }
}
