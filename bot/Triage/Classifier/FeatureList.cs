using System.Buffers;

namespace Bot.Triage.Classifier;

/// <summary>The hashed features of one text in a rented buffer; scoring through it allocates nothing.</summary>
internal ref struct FeatureList(int capacity)
{
    private uint[] _keys = ArrayPool<uint>.Shared.Rent(Math.Max(capacity, 64));
    private int _count;

    public void Add(uint key)
    {
        if (_count == _keys.Length)
        {
            uint[] larger = ArrayPool<uint>.Shared.Rent(_count * 2);
            _keys.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<uint>.Shared.Return(_keys);
            _keys = larger;
        }
        _keys[_count++] = key;
    }

    /// <summary>Equal keys stand side by side.</summary>
    public readonly ReadOnlySpan<uint> Sorted()
    {
        Span<uint> keys = _keys.AsSpan(0, _count);
        keys.Sort();
        return keys;
    }

    public readonly void Dispose() => ArrayPool<uint>.Shared.Return(_keys);
}
