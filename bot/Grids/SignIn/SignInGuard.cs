namespace Bot.Grids.SignIn;

/// <summary>
/// Counts tries of passwords and makes whoever guesses wait, each time longer. A try counts before it is judged, so that many at once
/// are no more than one after another. Kept in memory: a start forgets it, and nobody outside can start the program.
/// </summary>
public sealed class SignInGuard(TimeProvider clock)
{
    private const int Most = 5_000;
    private const int LongestDoubling = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private readonly Dictionary<string, Tries> _tries = [];
    private readonly Lock _lock = new();

    /// <summary>False while the key must wait; then nothing is counted.</summary>
    /// <param name="free">How many tries are free before the first pause.</param>
    public bool TryOnce(string key, int free)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Tries before = _tries.TryGetValue(key, out Tries? known) && now - known.At < Forgotten ? known : new Tries(0, now, now);
            if (now < before.Until) { return false; }
            int count = before.Count + 1;
            DateTimeOffset until = count < free ? now : now + FirstPause * (1 << Math.Min(count - free, LongestDoubling));
            if (_tries.Count >= Most && !_tries.ContainsKey(key)) { _tries.Remove(_tries.MinBy(each => each.Value.Until).Key); }
            _tries[key] = new Tries(count, until, now);
            return true;
        }
    }

    /// <summary>The last try was right: the person begins anew.</summary>
    public void Forget(string key)
    {
        lock (_lock) { _tries.Remove(key); }
    }

    /// <summary>The last try was right: it does not count, but those before it still do.</summary>
    public void TakeBack(string key)
    {
        lock (_lock)
        {
            if (_tries.TryGetValue(key, out Tries? known)) { _tries[key] = known with { Count = known.Count - 1, Until = known.At }; }
        }
    }

    private sealed record Tries(int Count, DateTimeOffset Until, DateTimeOffset At);
}
