using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>Hashes runs of characters and named signals into 32-bit keys.</summary>
internal static class NGrams
{
    private const uint Prime = 0x9E3779B1;

    /// <param name="salt">Keeps the same characters apart when they stand for different things, e.g. in a quotation.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref FeatureList features, ReadOnlySpan<char> text, int minOrder, int maxOrder, uint salt = 0)
    {
        uint seed = 0x811C9DC5 ^ (salt * Prime);
        Span<uint> keys = features.Take(Count(text.Length, minOrder, maxOrder));
        int taken = 0;
        for (int start = 0; start < text.Length; start++)
        {
            uint hash = seed;
            int end = Math.Min(text.Length, start + maxOrder);
            for (int i = start; i < end; i++)
            {
                hash = (uint.RotateLeft(hash, 5) ^ text[i]) * Prime;
                if (i - start + 1 >= minOrder)
                {
                    keys[taken++] = Mix(hash + (uint)(i - start));
                }
            }
        }
    }

    /// <summary>The key that <see cref="Add"/> gives one run of characters.</summary>
    public static uint Key(ReadOnlySpan<char> gram, uint salt = 0)
    {
        uint hash = 0x811C9DC5 ^ (salt * Prime);
        foreach (char c in gram) { hash = (uint.RotateLeft(hash, 5) ^ c) * Prime; }
        return Mix(hash + (uint)(gram.Length - 1));
    }

    private static int Count(int length, int minOrder, int maxOrder)
    {
        int count = 0;
        for (int order = minOrder; order <= maxOrder; order++)
        {
            count += Math.Max(0, length - order + 1);
        }
        return count;
    }

    public static uint Signal(uint name, uint value) => Mix((((name * Prime) ^ 0x5349474E) * Prime) + value);

    /// <summary>Spreads a number over all bits; different numbers stay different.</summary>
    public static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
