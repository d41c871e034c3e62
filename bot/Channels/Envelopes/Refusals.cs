namespace Bot.Channels.Envelopes;

/// <summary>
/// Counts the requests that were refused and tells of them once a minute: whoever knocks all day does not push everything else out of the log.
/// </summary>
public sealed class Refusals(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private int _count;

    /// <summary>How many there were since one was last told; null while they are only counted.</summary>
    public int? Add()
    {
        lock (_lock)
        {
            _count++;
            DateTimeOffset now = clock.GetUtcNow();
            if (now < _next) { return null; }
            int told = _count;
            (_next, _count) = (now + Pause, 0);
            return told;
        }
    }
}
