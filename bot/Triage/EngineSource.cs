using Bot.Storage;
using Bot.Triage.Classifier;
using Microsoft.Extensions.Options;

namespace Bot.Triage;

/// <summary>The trained engine in use.</summary>
public sealed record Engine(TriageModel Model)
{
    public string Version => Model.Version;
}

/// <summary>Loads the engine from the data folder, or trains it when corpus or code are new; pages are served meanwhile.</summary>
public sealed class EngineSource(DataFolder folder, IOptions<TriageOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EngineSource> logger)
{
    // training takes every core for seconds: the first page goes first
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(2);

    public async Task<Engine> GetAsync(CancellationToken cancellationToken)
    {
        await lifetime.StartedAsync(cancellationToken);
        IReadOnlyList<CorpusRow> rows = Corpus.Read(options.Value.Corpus ?? Corpus.DefaultFolder);
        EngineCache cache = new(folder.File("models"));
        if (!cache.Holds(rows)) { await Task.Delay(HeadStart, cancellationToken); }
        return await Task.Run(() => Get(cache, rows), cancellationToken).WaitAsync(cancellationToken);
    }

    private Engine Get(EngineCache cache, IReadOnlyList<CorpusRow> rows)
    {
        long started = clock.GetTimestamp();
        Engine engine = new(cache.LoadOrTrain(rows));
        logger.EngineReady(engine.Version, rows.Count, clock.GetElapsedTime(started).TotalMilliseconds);
        return engine;
    }
}
