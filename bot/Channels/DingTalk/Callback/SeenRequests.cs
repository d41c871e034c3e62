using System.Security.Cryptography;

namespace Bot.Channels.DingTalk.Callback;

/// <summary>
/// What was believed once is not believed again. The signature tells the moment alone, and several messages of one moment carry the same:
/// they come together, so another body under a signature that is known is taken only for a few seconds. In memory: after a restart the id of
/// the message tells.
/// </summary>
internal sealed class SeenRequests(TimeProvider clock, TimeSpan window)
{
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(10);
    private const int CleanAt = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Moment> _moments = new(StringComparer.Ordinal);

    public bool IsFresh(DateTimeOffset signedAt) => (clock.GetUtcNow() - signedAt).Duration() <= window;

    public bool WasTaken(string signature, ReadOnlySpan<byte> body)
    {
        UInt128 mark = Mark(body);
        lock (_lock)
        {
            return _moments.TryGetValue(signature, out Moment? moment) && (clock.GetUtcNow() - moment.First > Together || moment.Bodies.Contains(mark));
        }
    }

    /// <summary>Called when what the request brought is stored: one that failed may come again.</summary>
    public void Take(string signature, ReadOnlySpan<byte> body)
    {
        UInt128 mark = Mark(body);
        DateTimeOffset now = clock.GetUtcNow();
        lock (_lock)
        {
            if (!_moments.TryGetValue(signature, out Moment? moment))
            {
                if (_moments.Count % CleanAt == CleanAt - 1) { Forget(now); }
                _moments[signature] = moment = new Moment(now, []);
            }
            moment.Bodies.Add(mark);
        }
    }

    // signed up to a window ahead of our clock, it stays fresh for two
    private void Forget(DateTimeOffset now)
    {
        foreach (string old in _moments.Where(moment => now - moment.Value.First > window * 2).Select(moment => moment.Key).ToArray()) { _moments.Remove(old); }
    }

    private static UInt128 Mark(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return BitConverter.ToUInt128(hash);
    }

    private sealed record Moment(DateTimeOffset First, HashSet<UInt128> Bodies);
}
