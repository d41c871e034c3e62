using Bot.Storage;
using Bot.Triage.Classifier;
using Bot.Triage.Engines;
using Microsoft.Extensions.Options;

namespace Bot.Triage;

/// <summary>The trained engine in use.</summary>
/// <param name="Number">Of the version trained here; null for the one that comes with the program.</param>
public sealed record Engine(TriageModel Model, int? Number = null)
{
    public string Version => Model.Version;
}

/// <summary>
/// Loads the engine in use: the version trained here that is, or the program's own, which is trained when corpus or code are
/// new; pages are served meanwhile. Another one can take its place at any time.
/// </summary>
public sealed class EngineSource(
    DataFolder folder, EngineShelf shelf, IOptions<TriageOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<EngineSource> logger) : IDisposable
{
    // training takes every core for seconds: the first page goes first
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _loading = new(1);
    private volatile Engine? _current;
    private volatile string? _trouble;

    /// <summary>Another engine is in use than before.</summary>
    public event Action? Changed;

    /// <summary>Null while the first is being prepared.</summary>
    public Engine? Current => _current;

    /// <summary>Why the version that should be in use is not, for people; null when all is well.</summary>
    public string? Trouble => _trouble;

    public async Task<Engine> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { } ready) { return ready; }
        await lifetime.StartedAsync(cancellationToken);
        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await LearnedAsync(cancellationToken) ?? await BuiltInAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The labelled messages that come with the program, or those of the settings.</summary>
    public IReadOnlyList<CorpusRow> ReadCorpus() => Corpus.Read(options.Value.Corpus ?? Corpus.DefaultFolder);

    /// <summary>The engine of the program itself.</summary>
    public async Task<Engine> BuiltInAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CorpusRow> rows = ReadCorpus();
        EngineCache cache = new(folder.File("models"));
        if (_current is null && !cache.Holds(rows)) { await Task.Delay(HeadStart, cancellationToken); }
        return await Task.Run(() => Get(cache, rows), cancellationToken).WaitAsync(cancellationToken);
    }

    /// <summary>From now on this one decides.</summary>
    public void Use(Engine engine)
    {
        (_current, _trouble) = (engine, null);
        logger.EngineTakesOver(engine.Version);
        Changed?.Invoke();
    }

    public void Dispose() => _loading.Dispose();

    private async Task<Engine?> LearnedAsync(CancellationToken cancellationToken)
    {
        if (await shelf.InUseAsync(cancellationToken) is not { } stored) { return null; }
        (TriageModel? model, string? trouble) = shelf.Open(stored);
        if (model is null)
        {
            _trouble = trouble;
            logger.EngineUnusable(stored.Number, stored.FileName, stored.Features);
            return null;
        }
        logger.LearnedEngineReady(stored.Number, stored.Version);
        return new Engine(model, stored.Number);
    }

    private Engine Get(EngineCache cache, IReadOnlyList<CorpusRow> rows)
    {
        long started = clock.GetTimestamp();
        Engine engine = new(cache.LoadOrTrain(rows));
        logger.EngineReady(engine.Version, rows.Count, clock.GetElapsedTime(started).TotalMilliseconds);
        return engine;
    }
}
