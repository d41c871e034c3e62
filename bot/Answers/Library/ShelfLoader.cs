using System.Threading.Channels;
using Bot.Answers.Library.Disagreements;
using Bot.Answers.Library.Words;
using Bot.Grids;
using Bot.Storage;
using Knowledge.Stores;

namespace Bot.Answers.Library;

/// <summary>
/// Opens the knowledge base once the program serves, gives the sample community its documents, takes them away with it, and
/// makes good what went wrong as soon as it can.
/// </summary>
internal sealed class ShelfLoader(
    DocumentStore store, Shelf shelf, ShelfMover mover, WordBook words, PairBook pairs, CommunityStore community, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<ShelfLoader> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);

    // what is told twice before it is heard is heard once
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _behind;
    private bool _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        community.Cleared += FallBehind;
        store.Failed += FallBehind;
        shelf.Synced += Wake;
        try
        {
            await lifetime.StartedAsync(stoppingToken);
            bool done = await Task.Run(() => TryAsync(() => OpenAsync(stoppingToken)), stoppingToken);
            store.Settle();
            while (true)
            {
                await WaitAsync(done, stoppingToken);
                done = await TryAsync(() => CatchUpAsync(stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping
        }
        finally
        {
            community.Cleared -= FallBehind;
            store.Failed -= FallBehind;
            shelf.Synced -= Wake;
        }
    }

    private void FallBehind()
    {
        _behind = true;
        Wake();
    }

    private void Wake() => _news.Writer.TryWrite(true);

    private async Task WaitAsync(bool done, CancellationToken stoppingToken)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        // after a failure news must not make it try without a pause
        Task pause = Task.Delay(done ? Timeout.InfiniteTimeSpan : Again, clock, over.Token);
        await (done ? _news.Reader.WaitToReadAsync(over.Token).AsTask() : pause);
        await over.CancelAsync();
        _news.Reader.TryRead(out _);
    }

    // The bot goes on without documents
    private async Task<bool> TryAsync(Func<Task<bool>> work)
    {
        try
        {
            bool done = await work();
            _told = false;
            return done;
        }
        catch (StoreException failure)
        {
            // once, not every quarter of a minute
            if (!_told) { logger.NotReached(failure.Message); }
            _told = true;
            store.Fail(failure);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.NotSynchronised(exception);
        }
        return false;
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (store.Open() is { } failure)
        {
            logger.NotOpened(store.Folder, failure);
            return true;
        }
        await mover.OpenAsync(cancellationToken);
        _behind = store.IsOnServer || store.Serving != store.Local;
        // filling a server may take minutes, and something answers already
        if (store.IsOnServer && store.IsOpen) { store.Settle(); }
        return await CatchUpAsync(cancellationToken);
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (store.Base is null) { return true; }
        await words.ApplyAsync(cancellationToken);
        await pairs.ApplyAsync(cancellationToken);
        if (_behind)
        {
            _behind = false;
            try
            {
                await mover.MoveAsync(cancellationToken);
            }
            catch
            {
                _behind = true;
                throw;
            }
        }
        bool embedded = await mover.EmbedAsync(cancellationToken);
        await mover.ForgetVectorsAsync(cancellationToken);
        return embedded;
    }
}
