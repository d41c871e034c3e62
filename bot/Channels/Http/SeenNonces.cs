using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Http;

/// <summary>
/// What was signed once is not taken again. A nonce is kept for as long as its timestamp is good; after a restart
/// the timestamps of before are good no longer than their minutes and a message is stored once by its id.
/// </summary>
internal sealed class SeenNonces(TimeProvider clock)
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private const int Minute = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, HashSet<UInt128>> _minutes = [];

    public bool IsFresh(long timestamp) => Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - timestamp) <= (long)Tolerance.TotalSeconds;

    /// <summary>False when it was there before. The timestamp must be fresh.</summary>
    public bool Add(string gateway, string nonce, long timestamp)
    {
        UInt128 mark = Mark(gateway, nonce);
        lock (_lock)
        {
            foreach (HashSet<UInt128> minute in _minutes.Values)
            {
                if (minute.Contains(mark)) { return false; }
            }
            if (!_minutes.TryGetValue(timestamp / Minute, out HashSet<UInt128>? seen))
            {
                ForgetOld();
                _minutes[timestamp / Minute] = seen = [];
            }
            return seen.Add(mark);
        }
    }

    /// <summary>The request came to nothing and may come again as it is.</summary>
    public void Remove(string gateway, string nonce, long timestamp)
    {
        lock (_lock)
        {
            if (_minutes.TryGetValue(timestamp / Minute, out HashSet<UInt128>? seen)) { seen.Remove(Mark(gateway, nonce)); }
        }
    }

    private void ForgetOld()
    {
        long oldest = (clock.GetUtcNow().ToUnixTimeSeconds() - (long)Tolerance.TotalSeconds) / Minute;
        foreach (long old in _minutes.Keys.Where(minute => minute < oldest).ToArray()) { _minutes.Remove(old); }
    }

    private static UInt128 Mark(string gateway, string nonce)
    {
        Span<byte> text = stackalloc byte[128];
        int length = Encoding.ASCII.GetBytes(gateway, text);
        text[length++] = (byte)' ';
        length += Encoding.ASCII.GetBytes(nonce, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BitConverter.ToUInt128(hash);
    }
}
