using System.Buffers;

namespace Bot.Triage.Classifier;

/// <summary>The hashed features of one text in a rented buffer; scoring through it allocates nothing.</summary>
internal ref struct FeatureList(int capacity)
{
    private uint[] _keys = ArrayPool<uint>.Shared.Rent(Math.Max(capacity, 64));
    private int _count;

    /// <summary>In the order they were added.</summary>
    public readonly Span<uint> Keys => _keys.AsSpan(0, _count);

    public void Add(uint key)
    {
        if (_count == _keys.Length)
        {
            Grow(_count + 1);
        }
        _keys[_count++] = key;
    }

    /// <summary>Room for more keys, to be filled at once.</summary>
    public Span<uint> Take(int count)
    {
        if (_count + count > _keys.Length)
        {
            Grow(_count + count);
        }
        _count += count;
        return _keys.AsSpan(_count - count, count);
    }

    /// <summary>Equal keys stand side by side.</summary>
    public readonly ReadOnlySpan<uint> Sorted()
    {
        Keys.Sort();
        return Keys;
    }

    public readonly void Dispose() => ArrayPool<uint>.Shared.Return(_keys);

    private void Grow(int least)
    {
        uint[] larger = ArrayPool<uint>.Shared.Rent(Math.Max(least, _count * 2));
        _keys.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<uint>.Shared.Return(_keys);
        _keys = larger;
    }
}
