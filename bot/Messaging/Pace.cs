namespace Bot.Messaging;

/// <summary>
/// How often one channel may speak: the times of what was said lately, for each conversation and for the whole channel,
/// and the pauses that the vendor asked for. Only in memory: after a restart the vendor's own answer stands in.
/// </summary>
internal sealed class Pace(IReadOnlyList<RateLimit> limits)
{
    private const string Whole = "";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _pauses = new(StringComparer.Ordinal);

    /// <summary>Counts a message about to be said; false when it must wait, and then the conversation <see cref="IsPaused"/>.</summary>
    public bool TryTake(string conversation, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (PausedAt(conversation, now)) { return false; }
            foreach (RateLimit limit in limits)
            {
                string scope = limit.PerConversation ? conversation : Whole;
                if (Said(scope) is { } said && Full(said, limit, now) is { } until)
                {
                    _pauses[scope] = until;
                    return false;
                }
            }
            foreach (string scope in limits.Select(limit => limit.PerConversation ? conversation : Whole).Distinct(StringComparer.Ordinal)) { Note(scope, now); }
            return true;
        }
    }

    /// <param name="conversation">Null for the whole channel.</param>
    public void Pause(string? conversation, DateTimeOffset until)
    {
        lock (_lock) { _pauses[conversation ?? Whole] = until; }
    }

    public bool IsPaused(string conversation, DateTimeOffset now)
    {
        lock (_lock) { return PausedAt(conversation, now); }
    }

    /// <summary>When the next pause ends; null when there is none.</summary>
    public DateTimeOffset? NextEnd(DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (string ended in _pauses.Where(pause => pause.Value <= now).Select(pause => pause.Key).ToArray()) { _pauses.Remove(ended); }
            return _pauses.Count == 0 ? null : _pauses.Values.Min();
        }
    }

    private bool PausedAt(string conversation, DateTimeOffset now) =>
        (_pauses.TryGetValue(Whole, out DateTimeOffset whole) && whole > now) || (_pauses.TryGetValue(conversation, out DateTimeOffset own) && own > now);

    private Queue<DateTimeOffset>? Said(string scope) => _said.GetValueOrDefault(scope);

    // the message that must grow older than the window before another may be said
    private static DateTimeOffset? Full(Queue<DateTimeOffset> said, RateLimit limit, DateTimeOffset now)
    {
        if (said.Count < limit.Most) { return null; }
        DateTimeOffset free = said.ElementAt(said.Count - limit.Most) + limit.Within;
        return free > now ? free : null;
    }

    private void Note(string scope, DateTimeOffset now)
    {
        RateLimit[] own = [.. limits.Where(limit => limit.PerConversation == (scope != Whole))];
        Queue<DateTimeOffset> said = _said.TryGetValue(scope, out Queue<DateTimeOffset>? known) ? known : _said[scope] = new();
        said.Enqueue(now);
        while (said.Count > own.Max(limit => limit.Most)) { said.Dequeue(); }
    }
}
