namespace Bot.Triage.Incidents;

/// <summary>
/// The latest tickets under each of many keys. Most keys have one ticket, which costs no list; a key never holds more than
/// <see cref="Kept"/>, so that neither adding nor looking up depends on how many there are.
/// </summary>
public sealed class LatestByKey
{
    /// <summary>How many tickets of a key can be found by it.</summary>
    public const int Kept = 32;

    private readonly Dictionary<ulong, int> _single = [];
    private readonly List<Row> _rows = [];
    private readonly Stack<int> _free = new();

    public int Keys => _single.Count;

    /// <summary>Makes the ticket the key's latest.</summary>
    public void Add(ulong key, int ticket)
    {
        if (!_single.TryGetValue(key, out int known))
        {
            _single[key] = ticket;
        }
        else if (known < 0)
        {
            _rows[~known].Add(ticket);
        }
        else if (known != ticket)
        {
            int place = _free.TryPop(out int free) ? free : _rows.Count;
            if (place == _rows.Count)
            {
                _rows.Add(new Row());
            }

            _rows[place].Add(known);
            _rows[place].Add(ticket);
            _single[key] = ~place;
        }
    }

    public void Remove(ulong key, int ticket)
    {
        if (!_single.TryGetValue(key, out int known))
        {
            return;
        }

        if (known == ticket || (known < 0 && _rows[~known].IsEmptyWithout(ticket)))
        {
            _single.Remove(key);
            if (known < 0)
            {
                _rows[~known] = new Row();
                _free.Push(~known);
            }
        }
    }

    /// <summary>Latest first; <paramref name="buffer"/> holds at least <see cref="Kept"/>.</summary>
    public ReadOnlySpan<int> Of(ulong key, Span<int> buffer)
    {
        if (!_single.TryGetValue(key, out int known))
        {
            return [];
        }

        if (known >= 0)
        {
            buffer[0] = known;
            return buffer[..1];
        }

        return _rows[~known].LatestFirst(buffer);
    }

    private sealed class Row
    {
        private int[] _tickets = new int[2];
        private int _count;

        public void Add(int ticket)
        {
            int at = _tickets.AsSpan(0, _count).IndexOf(ticket);
            at = at < 0 && _count == Kept ? 0 : at;
            if (at >= 0)
            {
                _tickets.AsSpan(at + 1, _count - at - 1).CopyTo(_tickets.AsSpan(at));
                _tickets[_count - 1] = ticket;
                return;
            }

            if (_count == _tickets.Length)
            {
                Array.Resize(ref _tickets, Math.Min(Kept, _count * 2));
            }

            _tickets[_count++] = ticket;
        }

        public bool IsEmptyWithout(int ticket)
        {
            int at = _tickets.AsSpan(0, _count).IndexOf(ticket);
            if (at >= 0)
            {
                _tickets.AsSpan(at + 1, _count - at - 1).CopyTo(_tickets.AsSpan(at));
                _count--;
            }

            return _count == 0;
        }

        public ReadOnlySpan<int> LatestFirst(Span<int> buffer)
        {
            _tickets.AsSpan(0, _count).CopyTo(buffer);
            buffer[.._count].Reverse();
            return buffer[.._count];
        }
    }
}
