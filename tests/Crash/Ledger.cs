using System.Collections.Concurrent;

namespace Tests.Crash;

/// <summary>What the senders know, kept outside the program that is killed.</summary>
internal sealed class Ledger(int seed)
{
    private readonly Random random = new(seed);
    private readonly ConcurrentQueue<Utterance> unacknowledged = new();
    private int count;

    /// <summary>Messages the program has promised to keep, with the place it gave them.</summary>
    public ConcurrentDictionary<string, (Utterance Said, long Seq)> Acknowledged { get; } = [];

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>How many deliveries the program recognised as seen before.</summary>
    public int Duplicates;

    public bool AllAcknowledged => unacknowledged.IsEmpty && Acknowledged.Count == count;

    public int Count => count;

    /// <summary>A message to send: one that was never acknowledged, a new one, or one that is sent again on purpose.</summary>
    public Utterance? Next(bool takeNew)
    {
        if (unacknowledged.TryDequeue(out Utterance? again))
        {
            return again;
        }
        lock (random)
        {
            if (!takeNew)
            {
                return null;
            }
            return random.Next(10) == 0 && Acknowledged.TryGetValue($"u{random.Next(count + 1)}", out var told)
                ? told.Said
                : Utterance.Number(count++, random);
        }
    }

    public void NotAcknowledged(Utterance said)
    {
        if (!Acknowledged.ContainsKey(said.Id))
        {
            unacknowledged.Enqueue(said);
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
