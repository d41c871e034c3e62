using Bot.Grids;
using Bot.Storage;
using Bot.Triage.Classifier;
using Bot.Triage.Engines;

namespace Bot.Triage.Learning;

/// <summary>
/// Trains in the background, one at a time, on one core. After an update of the program it trains anew by itself when the
/// version in use is of an older program or corpus.
/// </summary>
public sealed class TrainingWorker(
    TrainingDesk desk, TrainingRun run, EngineSource engines, EngineShelf shelf, WriteQueue writes, CommunityStore community, ILogger<TrainingWorker> logger)
    : BackgroundService
{
    public const string AfterUpdate = "程序更新";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        community.Changed += desk.Check;
        try
        {
            await Task.Yield();
            await engines.GetAsync(stoppingToken);
            await GuardedAsync(async token => { if (await IsOutdatedAsync(token)) { desk.Start(AfterUpdate); } }, stoppingToken);
            await foreach (string? by in desk.AskedAsync(stoppingToken))
            {
                await (by is null ? GuardedAsync(ForgetAsync, stoppingToken) : TrainAsync(by, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is half trained is given up, the engine in use stays
        }
        finally
        {
            community.Changed -= desk.Check;
        }
    }

    // A database that is gone for a while must not take the whole program with it
    private async Task GuardedAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.TrainingFailed(exception);
        }
    }

    private async Task<bool> IsOutdatedAsync(CancellationToken cancellationToken)
    {
        if (await shelf.InUseAsync(cancellationToken) is not { } stored) { return false; }
        string corpus = TriageModel.VersionOf(engines.ReadCorpus());
        if (stored.Features == TriageModel.Features && stored.Corpus == corpus) { return false; }
        // Tried with this program and corpus and refused: it would be refused again
        return !(await shelf.ListAsync(cancellationToken)).Any(one => one.Features == TriageModel.Features && one.Corpus == corpus);
    }

    private async Task TrainAsync(string by, CancellationToken cancellationToken)
    {
        logger.TrainingBegins(by);
        try
        {
            // A thread of its own, so that hours of work hold none of the pool's
            string outcome = await Task.Factory.StartNew(
                () => run.RunAsync(by, cancellationToken).GetAwaiter().GetResult(), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (by == AfterUpdate) { await RetireUnusableAsync(cancellationToken); }
            desk.End(outcome);
            logger.TrainingEnds(engines.Current?.Number, engines.Current?.Version);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.TrainingFailed(exception);
            desk.End($"训练没有做完：{exception.Message}", failed: true);
        }
    }

    // With the community all that was learned of it is gone
    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (engines.Current?.Number is { } number && (await shelf.ListAsync(cancellationToken)).All(one => one.Number != number))
        {
            engines.Use(await engines.BuiltInAsync(cancellationToken));
            await shelf.TidyAsync(cancellationToken);
        }
    }

    // It has been tried: every start would try again
    private async Task RetireUnusableAsync(CancellationToken cancellationToken)
    {
        if (await shelf.InUseAsync(cancellationToken) is { } stored && stored.Features != TriageModel.Features)
        {
            await writes.RunAsync((db, token) => db.RetireAsync(token), cancellationToken);
        }
    }
}
