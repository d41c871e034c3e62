using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>
/// A <see cref="LinearModel"/> of one head made for long texts: what is read per feature is a few bytes, since a text has a thousand
/// of them and waits for memory.
/// </summary>
internal sealed class CompactModel
{
    private readonly int _classes;
    private readonly int _lanes;

    public CompactModel(CompactWeights weights)
    {
        Weights = weights;
        _classes = weights.Constant.Length;
        _lanes = CompactWeights.LanesOf(_classes);
        Rows = weights.Rows.Length / (_lanes * Heads.Lane);
    }

    public CompactWeights Weights { get; }

    public int Rows { get; }

    /// <summary>Scores of all classes.</summary>
    /// <param name="rows">One for each time a feature occurs, in any order; overwritten.</param>
    /// <param name="tally">One counter for each row, all 0.</param>
    public void Score(Span<uint> rows, byte[] tally, Span<float> scores)
    {
        Span<Vector256<float>> sums = _lanes <= 16 ? stackalloc Vector256<float>[_lanes] : new Vector256<float>[_lanes];
        sums.Clear();
        Span<uint> distinct = rows[..Count(rows, tally)];
        if (_lanes == 1) { sums[0] = AddNarrow(distinct, tally); }
        else { AddWide(distinct, tally, sums); }

        ReadOnlySpan<float> raw = MemoryMarshal.Cast<Vector256<float>, float>(sums);
        float norm = raw[_classes] > 0 ? 1 / MathF.Sqrt(raw[_classes]) : 0;
        for (int label = 0; label < _classes; label++)
        {
            scores[label] = (raw[label] * norm) + Weights.Constant[label];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Count(Span<uint> indices, byte[] tally)
    {
        int distinct = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            uint index = indices[i];
            ref byte count = ref tally[index];
            indices[distinct] = index;
            distinct += count == 0 ? 1 : 0;
            count += (byte)(count < byte.MaxValue ? 1 : 0);
        }
        return distinct;
    }

    /// <summary>Up to seven classes: the sum stays in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<float> AddNarrow(ReadOnlySpan<uint> indices, byte[] tally)
    {
        ReadOnlySpan<Vector128<ushort>> rows = MemoryMarshal.Cast<ushort, Vector128<ushort>>(Weights.Rows);
        ReadOnlySpan<Vector256<float>> factors = Weights.Flat ? TermFactors.Flat : TermFactors.Counted(_classes);
        Vector256<float> sum = Vector256<float>.Zero;
        foreach (uint index in indices)
        {
            sum += factors[tally[index]] * Widen(rows[(int)index]);
            tally[index] = 0;
        }
        return sum;
    }

    private void AddWide(ReadOnlySpan<uint> indices, byte[] tally, Span<Vector256<float>> sums)
    {
        ReadOnlySpan<Vector128<ushort>> rows = MemoryMarshal.Cast<ushort, Vector128<ushort>>(Weights.Rows);
        ReadOnlySpan<Vector256<float>> last = Weights.Flat ? TermFactors.Flat : TermFactors.Counted(_classes % Heads.Lane);
        foreach (uint index in indices)
        {
            Vector256<float> factor = Vector256.Create(Weights.Flat ? 1 : TermFrequency.Of(tally[index]));
            ReadOnlySpan<Vector128<ushort>> row = rows.Slice((int)index * _lanes, _lanes);
            for (int lane = 0; lane < _lanes; lane++)
            {
                sums[lane] += (lane == _lanes - 1 ? last[tally[index]] : factor) * Widen(row[lane]);
            }
            tally[index] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widen(Vector128<ushort> row)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(row);
        return (Vector256.Create(lower, upper) << 16).AsSingle();
    }
}
