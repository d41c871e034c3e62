using System.Threading.Channels;

namespace Bot.Triage.Learning;

/// <summary>Where a training is asked for and looked after; the work is done by <see cref="TrainingWorker"/>.</summary>
public sealed class TrainingDesk(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Channel<string?> _asked = Channel.CreateUnbounded<string?>();
    private TrainingState _state = new(false);

    public TrainingState State
    {
        get { lock (_lock) { return _state; } }
    }

    /// <summary>Null when it was started, else why not, for the person who asked.</summary>
    public string? Start(string by)
    {
        lock (_lock)
        {
            if (_state.Running) { return $"{_state.By}刚开始训练，等它做完再看"; }
            _state = new TrainingState(true, by, clock.GetUtcNow(), "排队等着");
        }
        _asked.Writer.TryWrite(by);
        return null;
    }

    /// <summary>The tables may have been emptied under the engine in use.</summary>
    internal void Check() => _asked.Writer.TryWrite(null);

    /// <summary>Who asks for a training; null asks for a check.</summary>
    internal IAsyncEnumerable<string?> AskedAsync(CancellationToken cancellationToken) => _asked.Reader.ReadAllAsync(cancellationToken);

    internal void Say(string step, double share)
    {
        lock (_lock) { _state = _state with { Step = step, Share = share }; }
    }

    internal void End(string outcome, bool failed = false)
    {
        lock (_lock) { _state = new TrainingState(false, _state.By, _state.Since, Outcome: outcome, Failed: failed); }
    }
}
