using Bot.Triage.Reading;

namespace Bot.Triage.Bursts;

/// <summary>The bursts that are still open, by group and sender, and which of them are due.</summary>
public sealed class BurstTracker(BurstTimes times)
{
    private readonly Dictionary<(string Group, string Sender), Burst> _open = [];
    private readonly PriorityQueue<Burst, (DateTimeOffset, long)> _due = new();
    private long _order;

    /// <summary>When the next burst closes; null when none is open. May be early, never late.</summary>
    public DateTimeOffset? NextDue => _due.TryPeek(out _, out (DateTimeOffset At, long) next) ? next.At : null;

    public Burst Add(Finding finding)
    {
        (string, string) key = (finding.Message.Group, finding.Message.Sender);
        if (!_open.TryGetValue(key, out Burst? burst))
        {
            _open[key] = burst = new Burst(key.Item1, key.Item2);
        }

        burst.Findings.Add(finding);
        _due.Enqueue(burst, (times.Closes(burst), _order++));
        return burst;
    }

    /// <summary>The next burst whose time was over before <paramref name="now"/>, with the moment it closed.</summary>
    public bool TryTakeDue(DateTimeOffset now, out Burst burst, out DateTimeOffset closedAt)
    {
        while (_due.TryPeek(out Burst? next, out (DateTimeOffset At, long) due) && due.At < now)
        {
            _due.Dequeue();
            if (!next.IsClosed && times.Closes(next) == due.At)
            {
                Close(next);
                (burst, closedAt) = (next, due.At);
                return true;
            }
        }

        (burst, closedAt) = (null!, default);
        return false;
    }

    /// <summary>Takes a message that its sender took back out of its burst, which closes by what is left.</summary>
    public void Forget(ChatMessage message)
    {
        if (!_open.TryGetValue((message.Group, message.Sender), out Burst? burst) || !burst.Forget(message)) { return; }
        if (burst.Findings.Count == 0) { Close(burst); }
        else { _due.Enqueue(burst, (times.Closes(burst), _order++)); }
    }

    public void Close(Burst burst)
    {
        burst.IsClosed = true;
        _open.Remove((burst.Group, burst.Sender));
    }

    /// <summary>Open bursts whose first message came before <paramref name="time"/>, oldest first.</summary>
    public IEnumerable<Burst> StartedBefore(DateTimeOffset time) =>
        _open.Values.Where(burst => burst.FirstAt < time).OrderBy(burst => burst.FirstAt);
}
