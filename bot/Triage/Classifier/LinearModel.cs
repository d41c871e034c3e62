using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>A vocabulary and its weights: scores a text's features for all heads at once.</summary>
/// <param name="flat">Whether a feature counts once however often it occurs, and rare ones no more than common ones.</param>
internal sealed class LinearModel(Vocabulary vocabulary, float[] weights, int width, bool flat = false)
{
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
