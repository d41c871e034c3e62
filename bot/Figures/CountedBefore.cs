using System.Collections.Concurrent;

namespace Bot.Figures;

/// <summary>
/// Sums of a year take a while, so they are kept until a case changes; for a minute at most, since another process may change one.
/// </summary>
public sealed class CountedBefore(CaseKeeper keeper, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (int Revision, DateTimeOffset At, object Counted)> _kept = new();

    public async Task<T> RecallAsync<T>(string key, Func<Task<T>> count) where T : notnull
    {
        (int revision, DateTimeOffset now) = (keeper.Revision, clock.GetUtcNow());
        if (_kept.TryGetValue(key, out (int Revision, DateTimeOffset At, object Counted) known)
            && known.Revision == revision && now - known.At < Longest && now >= known.At)
        {
            return (T)known.Counted;
        }
        T counted = await count();
        if (_kept.Count >= Most) { _kept.Clear(); }
        _kept[key] = (revision, now, counted);
        return counted;
    }
}
