using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>A vocabulary and its weights: scores a text's features for all heads at once.</summary>
internal sealed class LinearModel(Vocabulary vocabulary, float[] weights, int width)
{
    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Features × width; the constant feature last.</summary>
    public float[] Weights { get; } = weights;

    public int Width { get; } = width;

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
                float value = SparseRows.Tf(i - start) * Vocabulary.Idf[index];
                square += value * value;
                Add(index, value, sums);
            }
        }
        Vector256<float> norm = Vector256.Create(square > 0 ? 1 / MathF.Sqrt(square) : 0);
        for (int lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] *= norm;
        }
        Add(Vocabulary.Count, 1, sums);
    }

    private void Add(int index, float value, Span<Vector256<float>> sums)
    {
        Vector256<float> factor = Vector256.Create(value);
        ReadOnlySpan<Vector256<float>> row = MemoryMarshal.Cast<float, Vector256<float>>(Weights.AsSpan(index * Width, Width));
        for (int lane = 0; lane < row.Length; lane++)
        {
            sums[lane] += factor * row[lane];
        }
    }
}
