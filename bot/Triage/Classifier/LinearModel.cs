using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>A vocabulary and its weights: scores a text's features for all heads at once.</summary>
/// <param name="flat">Whether a feature counts once however often it occurs, and rare ones no more than common ones.</param>
internal sealed class LinearModel(Vocabulary vocabulary, float[] weights, int width, bool flat = false)
{
    [ThreadStatic]
    private static ushort[]? _tally;

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Features × width; the constant feature last.</summary>
    public float[] Weights { get; } = weights;

    public int Width { get; } = width;

    public bool Flat { get; } = flat;

    /// <param name="sorted">Equal keys side by side.</param>
    public void Score(ReadOnlySpan<uint> sorted, Span<float> scores)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(scores[..Width]);
        sums.Clear();
        float square = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int start = i;
            while (++i < sorted.Length && sorted[i] == sorted[start])
            {
            }
            int index = Vocabulary.Find(sorted[start]);
            if (index >= 0)
            {
                square += AddFeature(index, i - start, sums);
            }
        }
        Finish(square, sums);
    }

    /// <summary>The same for keys in any order: what long texts have too many of to sort.</summary>
    /// <param name="keys">Overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ScoreUnsorted(Span<uint> keys, Span<float> scores)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(scores[..Width]);
        sums.Clear();
        ushort[] tally = Tally();
        int known = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int index = Vocabulary.Find(keys[i]);
            keys[known] = (uint)index;
            known += index >= 0 ? 1 : 0;
        }
        int distinct = 0;
        for (int i = 0; i < known; i++)
        {
            uint index = keys[i];
            ref ushort count = ref tally[index];
            keys[distinct] = index;
            distinct += count == 0 ? 1 : 0;
            count += (ushort)(count < ushort.MaxValue ? 1 : 0);
        }
        Finish(Width == Heads.Lane ? AddNarrow(keys[..distinct], tally, sums) : AddWide(keys[..distinct], tally, sums), sums);
    }

    private float AddWide(ReadOnlySpan<uint> indices, ushort[] tally, Span<Vector256<float>> sums)
    {
        float square = 0;
        foreach (uint index in indices)
        {
            square += AddFeature((int)index, tally[index], sums);
            tally[index] = 0;
        }
        return square;
    }

    /// <summary>Up to eight classes: the sum stays in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float AddNarrow(ReadOnlySpan<uint> indices, ushort[] tally, Span<Vector256<float>> sums)
    {
        ReadOnlySpan<Vector256<float>> rows = MemoryMarshal.Cast<float, Vector256<float>>(Weights);
        ReadOnlySpan<float> idf = Vocabulary.Idf;
        Vector256<float> sum = Vector256<float>.Zero;
        float square = 0;
        foreach (uint index in indices)
        {
            float value = Flat ? 1 : TermFrequency.Of(tally[index]) * idf[(int)index];
            tally[index] = 0;
            square += value * value;
            sum += Vector256.Create(value) * rows[(int)index];
        }
        sums[0] = sum;
        return square;
    }

    /// <summary>Counters of this thread, all 0 between texts.</summary>
    private ushort[] Tally() => _tally is { } tally && tally.Length >= Vocabulary.Count ? tally : _tally = new ushort[Vocabulary.Count];

    /// <returns>The square of the feature's value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float AddFeature(int index, int count, Span<Vector256<float>> sums)
    {
        float value = Flat ? 1 : TermFrequency.Of(count) * Vocabulary.Idf[index];
        AddRow(index, value, sums);
        return value * value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow(int index, float value, Span<Vector256<float>> sums)
    {
        Vector256<float> factor = Vector256.Create(value);
        ReadOnlySpan<Vector256<float>> row = MemoryMarshal.Cast<float, Vector256<float>>(Weights.AsSpan(index * Width, Width));
        for (int lane = 0; lane < row.Length; lane++)
        {
            sums[lane] += factor * row[lane];
        }
    }

    private void Finish(float square, Span<Vector256<float>> sums)
    {
        Vector256<float> norm = Vector256.Create(square > 0 ? 1 / MathF.Sqrt(square) : 0);
        for (int lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] *= norm;
        }
        AddRow(Vocabulary.Count, 1, sums);
    }
}
