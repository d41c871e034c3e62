using System.Collections.Concurrent;

namespace Tests.Crash;

/// <summary>What the senders know, kept outside the program that is killed.</summary>
internal sealed class Ledger(int seed)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentQueue<Utterance> _unacknowledged = new();
    private int _count;

    /// <summary>Messages the program has promised to keep, with the place it gave them.</summary>
    public ConcurrentDictionary<string, (Utterance Said, long Seq)> Acknowledged { get; } = [];

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>How many deliveries the program recognised as seen before.</summary>
    public int Duplicates;

    public bool AllAcknowledged => _unacknowledged.IsEmpty && Acknowledged.Count == _count;

    public int Count => _count;

    /// <summary>A message to send: one that was never acknowledged, a new one, or one that is sent again on purpose.</summary>
    public Utterance? Next(bool takeNew)
    {
        if (_unacknowledged.TryDequeue(out Utterance? again))
        {
            return again;
        }
        lock (_random)
        {
            if (!takeNew)
            {
                return null;
            }
            return _random.Next(10) == 0 && Acknowledged.TryGetValue($"u{_random.Next(_count + 1)}", out (Utterance Said, long) told)
                ? told.Said
                : Utterance.Number(_count++, _random);
        }
    }

    public void NotAcknowledged(Utterance said)
    {
        if (!Acknowledged.ContainsKey(said.Id))
        {
            _unacknowledged.Enqueue(said);
        }
    }

    public void Acknowledge(Utterance said, long seq, bool duplicate)
    {
        if (duplicate)
        {
            Interlocked.Increment(ref Duplicates);
        }
        (Utterance Said, long Seq) entry = Acknowledged.GetOrAdd(said.Id, (said, seq));
        if (entry.Seq != seq)
        {
            Faults.Enqueue($"{said.Id} was stored at {entry.Seq} and then at {seq}");
        }
    }
}
