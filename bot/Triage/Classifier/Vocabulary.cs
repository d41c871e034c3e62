using System.Numerics;

namespace Bot.Triage.Classifier;

/// <summary>The features seen often enough in training, each with its index and its inverse document frequency.</summary>
internal sealed class Vocabulary
{
    private readonly int[] _slots;
    private readonly uint[] _keys;
    private readonly float[] _idf;

    /// <param name="keys">Distinct keys; the position is the index.</param>
    public Vocabulary(uint[] keys, float[] idf)
    {
        _keys = keys;
        _idf = idf;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)(keys[i] & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }
            _slots[slot] = i + 1;
        }
    }

    public int Count => _keys.Length;

    public ReadOnlySpan<uint> Keys => _keys;

    public ReadOnlySpan<float> Idf => _idf;

    public static Vocabulary Learn(IReadOnlyList<FeatureBag> bags, IReadOnlyList<int> rows, int minimum)
    {
        Dictionary<uint, int> frequency = [];
        foreach (int row in rows)
        {
            foreach (uint key in bags[row].Keys)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(frequency, key, out _)++;
            }
        }
        uint[] keys = [.. frequency.Where(f => f.Value >= minimum).Select(f => f.Key).Order()];
        return new Vocabulary(keys, Array.ConvertAll(keys, k => 1 + MathF.Log((1f + rows.Count) / (1f + frequency[k]))));
    }

    /// <summary>-1 when unknown.</summary>
    public int Find(uint key)
    {
        int slot = (int)(key & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0)
        {
            int index = _slots[slot] - 1;
            if (_keys[index] == key)
            {
                return index;
            }
            slot = (slot + 1) & (_slots.Length - 1);
        }
        return -1;
    }
}
