using System.Collections.Concurrent;
using Bot.Messaging;

namespace Bot.Channels.Feishu.Sending;

/// <summary>
/// The vendor knows the key of a message for an hour. What may have been said longer ago is not said again: a person looks.
/// </summary>
internal sealed class Held(TimeProvider clock)
{
    public const string Lost = "没收到飞书的回答，可能发出去了，也可能没有";
    public const string TooLate = "将近一小时前发过一次，没有回音，可能已经在群里了；请看一眼，没有再重发";

    /// <summary>Some minutes less than the hour.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(50);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _doubted = new(StringComparer.Ordinal);

    /// <summary>Whether it may have been said so long ago that the vendor would say it again.</summary>
    public bool IsTooLate(OutboxMessage row)
    {
        DateTimeOffset now = clock.GetUtcNow();
        // after a restart only the row tells that a try is in doubt, and not since when
        return _doubted.TryGetValue(row.Key, out DateTimeOffset since) ? now - since > Time
            : row.Attempts > 0 && row.Error == Lost && now - row.CreatedAt > Time;
    }

    /// <summary>Remembers the first try of a row that is in doubt, until it is settled.</summary>
    public void Note(OutboxMessage row, DateTimeOffset begun, SendOutcome outcome)
    {
        if (outcome == SendOutcome.Unknown) { _doubted.TryAdd(row.Key, begun); }
        else if (outcome != SendOutcome.TryLater) { _doubted.TryRemove(row.Key, out _); }
    }
}
