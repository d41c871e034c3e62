using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>
/// A <see cref="LinearModel"/> of one head made for long texts: what is read per feature is a few bytes, since a text has a thousand
/// of them and waits for memory. Weights are rounded to their upper 16 bits and already multiplied by the feature's inverse document
/// frequency, whose square rides in the lane after the last class, so that the text's length adds up beside its scores.
/// </summary>
internal sealed class CompactModel
{
    [ThreadStatic]
    private static byte[]? _tally;

    private readonly Vocabulary _vocabulary;
    private readonly int _classes;
    private readonly int _lanes;
    private readonly ushort[] _rows;
    private readonly float[] _constant;
    private readonly bool _flat;

    public CompactModel(LinearModel model, int classes)
    {
        _vocabulary = model.Vocabulary;
        _classes = classes;
        _lanes = (classes / Heads.Lane) + 1;
        _flat = model.Flat;
        _rows = Pack(model, classes, _lanes * Heads.Lane);
        _constant = model.Weights.AsSpan(model.Vocabulary.Count * model.Width, classes).ToArray();
    }

    /// <summary>Scores of all classes.</summary>
    /// <param name="keys">In any order; overwritten.</param>
    public void Score(Span<uint> keys, Span<float> scores)
    {
        Span<Vector256<float>> sums = _lanes <= 16 ? stackalloc Vector256<float>[_lanes] : new Vector256<float>[_lanes];
        sums.Clear();
        byte[] tally = Tally();
        Span<uint> distinct = keys[..Count(keys[..Find(keys)], tally)];
        if (_lanes == 1) { sums[0] = AddNarrow(distinct, tally); }
        else { AddWide(distinct, tally, sums); }

        ReadOnlySpan<float> raw = MemoryMarshal.Cast<Vector256<float>, float>(sums);
        float norm = raw[_classes] > 0 ? 1 / MathF.Sqrt(raw[_classes]) : 0;
        for (int label = 0; label < _classes; label++)
        {
            scores[label] = (raw[label] * norm) + _constant[label];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ushort[] Pack(LinearModel model, int classes, int width)
    {
        ushort[] rows = new ushort[model.Vocabulary.Count * width];
        for (int feature = 0; feature < model.Vocabulary.Count; feature++)
        {
            float idf = model.Vocabulary.Idf[feature];
            ReadOnlySpan<float> weights = model.Weights.AsSpan(feature * model.Width, classes);
            Span<ushort> row = rows.AsSpan(feature * width, width);
            for (int label = 0; label < weights.Length; label++)
            {
                row[label] = Round(weights[label] * idf);
            }
            row[classes] = Round(idf * idf);
        }
        return rows;
    }

    private static ushort Round(float value) => (ushort)((BitConverter.SingleToUInt32Bits(value) + 0x8000) >> 16);

    /// <summary>Puts the indices of the known keys in front, repeated ones as often.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(Span<uint> keys)
    {
        int known = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int index = _vocabulary.Find(keys[i]);
            keys[known] = (uint)index;
            known += index >= 0 ? 1 : 0;
        }
        return known;
    }

    /// <summary>Puts each index in front once.</summary>
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
        ReadOnlySpan<Vector128<ushort>> rows = MemoryMarshal.Cast<ushort, Vector128<ushort>>(_rows);
        ReadOnlySpan<Vector256<float>> factors = _flat ? TermFactors.Flat : TermFactors.Counted(_classes);
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
        ReadOnlySpan<Vector128<ushort>> rows = MemoryMarshal.Cast<ushort, Vector128<ushort>>(_rows);
        ReadOnlySpan<Vector256<float>> last = _flat ? TermFactors.Flat : TermFactors.Counted(_classes % Heads.Lane);
        foreach (uint index in indices)
        {
            Vector256<float> factor = Vector256.Create(_flat ? 1 : TermFrequency.Of(tally[index]));
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

    /// <summary>Counters of this thread, all 0 between texts.</summary>
    private byte[] Tally() => _tally is { } tally && tally.Length >= _vocabulary.Count ? tally : _tally = new byte[_vocabulary.Count];
}
