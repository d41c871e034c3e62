using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>
/// The features seen often enough in training, each with its index and its inverse document frequency. Keys are hashes and stand
/// in ascending order, so their first bits tell where to look: a look-up is one comparison of eight keys, with hardly a branch to
/// mispredict, in tables small enough for the cache.
/// </summary>
internal sealed class Vocabulary
{
    private const int Together = 8;

    // Padded with zeros, so that eight can be read anywhere
    private readonly uint[] _keys;
    private readonly int[] _starts;
    private readonly int _shift;
    private readonly float[] _idf;

    /// <param name="keys">Distinct, ascending; the position is the index.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vocabulary(ReadOnlySpan<uint> keys, float[] idf)
    {
        Count = keys.Length;
        _keys = new uint[keys.Length + Together];
        keys.CopyTo(_keys);
        _idf = idf;
        int bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, keys.Length)) - 1);
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        int at = 0;
        for (int bucket = 0; bucket < _starts.Length; bucket++)
        {
            while (at < keys.Length && keys[at] >> _shift < bucket) { at++; }
            _starts[bucket] = at;
        }
    }

    public int Count { get; }

    public ReadOnlySpan<uint> Keys => _keys.AsSpan(0, Count);

    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>-1 when unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        int bucket = (int)(key >> _shift);
        int start = _starts[bucket];
        int end = _starts[bucket + 1];
        uint hits;
        while (true)
        {
            hits = Vector256.Equals(Vector256.Create<uint>(_keys.AsSpan(start, Together)), Vector256.Create(key)).ExtractMostSignificantBits();
            if (end - start <= Together || hits != 0) { break; }
            start += Together;
        }
        // No hit counts as the 32nd. Whether a key is known cannot be foreseen, so no branch asks
        int index = start + BitOperations.TrailingZeroCount(hits);
        return index | ~((index - end) >> 31);
    }
}
