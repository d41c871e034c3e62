using Bot.Answers.Library.Words;
using Bot.Grids;
using Bot.Storage;
using Knowledge;

namespace Bot.Answers.Library;

/// <summary>Opens the knowledge base once the program serves, gives the sample community its documents, and takes them away with it.</summary>
internal sealed class ShelfLoader(
    DocumentStore store, Shelf shelf, WordBook words, CommunityStore community, IHostApplicationLifetime lifetime, ILogger<ShelfLoader> logger) : BackgroundService
{
    private readonly SemaphoreSlim _cleared = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Clear() => _cleared.Release();
        community.Cleared += Clear;
        try
        {
            await lifetime.StartedAsync(stoppingToken);
            await Task.Run(() => TryAsync(() => OpenAsync(stoppingToken)), stoppingToken);
            store.Settle();
            while (true)
            {
                await _cleared.WaitAsync(stoppingToken);
                await TryAsync(() => shelf.SyncAllAsync(adopt: false, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping
        }
        finally
        {
            community.Cleared -= Clear;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _cleared.Dispose();
    }

    // The bot goes on without documents
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.NotSynchronised(exception);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (store.Open() is { } failure)
        {
            logger.NotOpened(store.Folder, failure);
            return;
        }
        if (community.IsSample && store.Base!.Documents.Count == 0)
        {
            Document[] sample = [.. SampleDocuments.Read()];
            await shelf.FillAsync(sample, cancellationToken);
        }
        await words.ApplyAsync(cancellationToken);
        await shelf.SyncAllAsync(adopt: true, cancellationToken);
    }
}
