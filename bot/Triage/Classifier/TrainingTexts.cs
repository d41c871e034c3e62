using System.Runtime.InteropServices;

namespace Bot.Triage.Classifier;

/// <summary>The texts a machine is trained on, their features numbered once for all folds in ascending order of keys.</summary>
internal sealed class TrainingTexts
{
    private readonly uint[] _keys;
    private readonly (int Feature, ushort Count)[][] _texts;

    /// <param name="minimum">Features of fewer texts are left out: no machine trained on some of the texts would use them.</param>
    public TrainingTexts(IReadOnlyList<FeatureBag> bags, int minimum)
    {
        byte[]? sieve = minimum > 1 ? Sieve(bags) : null;
        bool MayCount(uint key) => sieve is null || sieve[key >> 8] >= minimum;

        Dictionary<uint, int> numbers = [];
        foreach (FeatureBag bag in bags)
        {
            foreach (uint key in bag.Keys)
            {
                if (MayCount(key)) { numbers.TryAdd(key, 0); }
            }
        }
        _keys = [.. numbers.Keys];
        Array.Sort(_keys);
        Vocabulary index = new(_keys, []);
        _texts = new (int, ushort)[bags.Count][];
        Parallel.For(0, bags.Count, text => _texts[text] = Number(bags[text], index, MayCount));
    }

    public int Count => _texts.Length;

    public ReadOnlySpan<(int Feature, ushort Count)> this[int text] => _texts[text];

    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The features that occur in enough of the given texts, and where each feature stands among them (-1: not).</summary>
    public (Vocabulary Vocabulary, int[] Places) Learn(IReadOnlyList<int> rows, int minimum, bool flat)
    {
        int[] frequencies = new int[_keys.Length];
        foreach (int row in rows)
        {
            foreach ((int feature, _) in _texts[row]) { frequencies[feature]++; }
        }
        int[] places = new int[_keys.Length];
        List<uint> keys = [];
        List<float> idf = [];
        for (int feature = 0; feature < _keys.Length; feature++)
        {
            bool counts = frequencies[feature] >= minimum;
            places[feature] = counts ? keys.Count : -1;
            if (counts)
            {
                keys.Add(_keys[feature]);
                idf.Add(flat ? 1 : 1 + MathF.Log((1f + rows.Count) / (1f + frequencies[feature])));
            }
        }
        return (new Vocabulary(CollectionsMarshal.AsSpan(keys), [.. idf]), places);
    }

    /// <summary>At least how many texts have a key that begins with these 24 bits; most keys are told rare by it at once.</summary>
    private static byte[] Sieve(IReadOnlyList<FeatureBag> bags)
    {
        byte[] counts = new byte[1 << 24];
        foreach (FeatureBag bag in bags)
        {
            foreach (uint key in bag.Keys)
            {
                ref byte count = ref counts[key >> 8];
                count += (byte)(count < byte.MaxValue ? 1 : 0);
            }
        }
        return counts;
    }

    private static (int, ushort)[] Number(FeatureBag bag, Vocabulary index, Func<uint, bool> mayCount)
    {
        List<(int, ushort)> numbered = new(bag.Keys.Length);
        for (int i = 0; i < bag.Keys.Length; i++)
        {
            if (mayCount(bag.Keys[i])) { numbered.Add((index.Find(bag.Keys[i]), bag.Counts[i])); }
        }
        return [.. numbered];
    }
}
