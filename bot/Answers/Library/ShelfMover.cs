using Bot.Answers.Library.Words;
using Bot.Grids;
using Bot.Storage;
using Knowledge;
using Knowledge.Stores;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Brings the documents to where the settings want them, while what was there before answers.</summary>
internal sealed class ShelfMover(
    DocumentStore store, Shelf shelf, WordBook words, CommunityStore community, IDbContextFactory<BotDbContext> contexts, ILogger<ShelfMover> logger)
{
    /// <summary>Lets answer what is there from before, if anything is.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (community.IsSample && store.Base!.Documents.Count == 0)
        {
            Document[] sample = [.. SampleDocuments.Read()];
            await shelf.FillAsync(sample, cancellationToken);
        }
        await words.ApplyAsync(cancellationToken);
        await OpenServerAsync(cancellationToken);
        await shelf.SyncAllAsync(adopt: true, cancellationToken);
    }

    /// <summary>Fills the store that is wanted and lets it answer; after a failure it is opened and compared anew.</summary>
    /// <exception cref="StoreException">The store cannot be reached or refuses.</exception>
    public async Task MoveAsync(CancellationToken cancellationToken)
    {
        IKnowledgeStore wanted = store.IsOnServer ? await store.Server!.OpenOwnAsync(cancellationToken) : store.Local!;
        try
        {
            await shelf.MoveAsync(wanted, new Told(store), cancellationToken);
        }
        finally
        {
            store.Moving = null;
        }
        // the folder keeps its settings; documents in two places would differ one day
        if (store.IsOnServer && store.Local is { Names.Count: > 0 } folder) { await folder.RemoveAsync(folder.Names, cancellationToken); }
    }

    /// <summary>Gives vectors to passages that have none yet.</summary>
    /// <returns>Whether all have theirs.</returns>
    public async Task<bool> EmbedAsync(CancellationToken cancellationToken)
    {
        if (store is not { Embedder: { } embedder, Serving: { WithoutVector: > 0 and < int.MaxValue } serving }) { return true; }
        try
        {
            await serving.EmbedAsync(embedder.OfPassagesAsync, progress: null, cancellationToken);
            logger.Embedded(serving.WithoutVector);
            return true;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StoreException or OutOfMemoryException))
        {
            // questions are searched by their words meanwhile
            logger.NotEmbedded(exception.Message);
            return false;
        }
    }

    /// <summary>What was removed or rewritten leaves no vector behind.</summary>
    public async Task ForgetVectorsAsync(CancellationToken cancellationToken)
    {
        if (store.Embedder is not { } embedder) { return; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> live = await Shelf.Live(db).ToListAsync(cancellationToken);
        if (embedder.KeepOnly(live.Select(row => row.ToDocument())) is > 0 and int gone) { logger.VectorsForgotten(gone); }
    }

    // a program that was moved before finds its documents there
    private async Task OpenServerAsync(CancellationToken cancellationToken)
    {
        if (store.IsOpen || store.Server is not { } server) { return; }
        try
        {
            if (await server.OpenServingAsync(cancellationToken) is { } serving) { store.Serve(serving); }
        }
        catch (StoreException failure)
        {
            // the loader tries again, and tells of it
            store.Fail(failure);
        }
    }

    private sealed class Told(DocumentStore store) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value) => store.Moving = value;
    }
}
