using System.Numerics;

namespace Bot.Triage.Classifier;

/// <summary>The features seen often enough in training, each with its index and its inverse document frequency.</summary>
internal sealed class Vocabulary
{
    // Key in the upper half, index + 1 in the lower: one load tells most unknown features apart
    private readonly ulong[] _slots;
    private readonly uint _mask;
    private readonly uint[] _keys;
    private readonly float[] _idf;

    /// <param name="keys">Distinct keys; the position is the index.</param>
    public Vocabulary(uint[] keys, float[] idf)
    {
        _keys = keys;
        _idf = idf;
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        _mask = (uint)(_slots.Length - 1);
        for (int i = 0; i < keys.Length; i++)
        {
            uint slot = keys[i] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }
            _slots[slot] = ((ulong)keys[i] << 32) | ((uint)i + 1);
        }
    }

    public int Count => _keys.Length;

    public ReadOnlySpan<uint> Keys => _keys;

    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>-1 when unknown.</summary>
    public int Find(uint key)
    {
        ulong[] slots = _slots;
        for (uint slot = key & _mask; ; slot = (slot + 1) & _mask)
        {
            ulong entry = slots[slot];
            if ((uint)(entry >> 32) == key && entry != 0)
            {
                return (int)(uint)entry - 1;
            }
            if (entry == 0)
            {
                return -1;
            }
        }
    }
}
