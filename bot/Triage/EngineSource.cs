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
public sealed class EngineSource(DataFolder folder, IOptions<TriageOptions> options, TimeProvider clock, ILogger<EngineSource> logger)
{
    public Task<Engine> GetAsync(CancellationToken cancellationToken) => Task.Run(Get, cancellationToken).WaitAsync(cancellationToken);

    private Engine Get()
    {
        long started = clock.GetTimestamp();
        IReadOnlyList<CorpusRow> rows = Corpus.Read(options.Value.Corpus ?? Corpus.DefaultFolder);
        Engine engine = new(new EngineCache(folder.File("models")).LoadOrTrain(rows));
        logger.EngineReady(engine.Version, rows.Count, clock.GetElapsedTime(started).TotalMilliseconds);
        return engine;
    }
}
