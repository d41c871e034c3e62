using System.Collections.Concurrent;

namespace Bot.Channels.Envelopes;

/// <summary>
/// A signed request is believed for some minutes and taken once. By its signature, not by its nonce: where the parts are signed without
/// marks between them, another split of the same characters has another nonce. In memory: after a restart the id of the message tells.
/// </summary>
/// <param name="window">How old a request may be; five minutes unless said.</param>
public sealed class SignedOnce(TimeProvider clock, TimeSpan? window = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);
    private const int CleanAt = 4096;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new(StringComparer.Ordinal);

    private TimeSpan Window => window ?? Usual;

    public bool IsFresh(DateTimeOffset signedAt) => (clock.GetUtcNow() - signedAt).Duration() <= Window;

    public bool WasTaken(string signature) => _taken.ContainsKey(signature);

    /// <summary>Called when what the request brought is stored: one that failed may come again.</summary>
    public void Take(string signature)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _taken[signature] = now;
        if (_taken.Count % CleanAt == 0)
        {
            // signed up to a window ahead of our clock, it stays fresh for two
            foreach (string old in _taken.Where(taken => now - taken.Value > Window * 2).Select(taken => taken.Key).ToArray()) { _taken.TryRemove(old, out _); }
        }
    }
}
