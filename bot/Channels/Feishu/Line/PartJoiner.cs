using System.Globalization;

namespace Bot.Channels.Feishu.Line;

/// <summary>Joins what came in several frames. Parts that stay alone for ten seconds are dropped: unanswered, the event comes again.</summary>
internal sealed class PartJoiner(TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    public const int MostParts = 256;
    public const int MostBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, Parts> _waiting = new(StringComparer.Ordinal);

    public int Waiting => _waiting.Count;

    /// <summary>The whole; null while parts are missing, and for a frame that is no part of anything.</summary>
    public byte[]? Add(Frame frame)
    {
        Forget();
        if (!TryPlace(frame, out int sum, out int seq) || frame.Payload is not { Length: > 0 } payload) { return null; }
        if (sum == 1) { return payload; }
        if (frame.Header(Frame.MessageId) is not { Length: > 0 } id) { return null; }
        if (!_waiting.TryGetValue(id, out Parts? parts)) { _waiting[id] = parts = new Parts(new byte[]?[sum], clock.GetUtcNow()); }
        if (parts.Bytes.Length != sum) { return null; }
        parts.Bytes[seq] = payload;
        if (parts.Bytes.Any(part => part is null)) { return null; }
        _waiting.Remove(id);
        return parts.Bytes.SelectMany(part => part!).ToArray();
    }

    private static bool TryPlace(Frame frame, out int sum, out int seq)
    {
        (sum, seq) = (1, 0);
        if (frame.Header(Frame.Sum) is not { } said) { return true; }
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out sum) && sum is >= 1 and <= MostParts
            && int.TryParse(frame.Header(Frame.Seq) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out seq) && seq < sum;
    }

    private void Forget()
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (string old in _waiting.Where(waiting => now - waiting.Value.Since > Patience).Select(waiting => waiting.Key).ToArray()) { _waiting.Remove(old); }
        // nobody sends so much in ten seconds
        while (_waiting.Values.Sum(parts => parts.Bytes.Sum(part => part?.Length ?? 0)) > MostBytes) { _waiting.Remove(_waiting.MinBy(waiting => waiting.Value.Since).Key); }
    }

    private sealed record Parts(byte[]?[] Bytes, DateTimeOffset Since);
}
