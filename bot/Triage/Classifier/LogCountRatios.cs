using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>How strongly each feature speaks for each class (Wang and Manning 2012), as the prior variances of an NB-SVM.</summary>
internal static class LogCountRatios
{
    /// <summary><c>plain + share · ratio²</c>, features × width.</summary>
    public static float[] Variances(SparseRows rows, float[] targets, int width, float plain, float share)
    {
        float[] members = new float[rows.Features * width];
        float[] others = new float[rows.Features * width];
        Array.Fill(members, 1);
        Array.Fill(others, 1);
        Count(rows, targets, width, members, others);
        float[] memberSums = Sums(members, width);
        float[] otherSums = Sums(others, width);
        int constant = (rows.Features - 1) * width;
        for (int i = 0; i < constant; i++)
        {
            int column = i % width;
            float ratio = MathF.Log(members[i] / memberSums[column] / (others[i] / otherSums[column]));
            members[i] = plain + (share * ratio * ratio);
        }
        members.AsSpan(constant).Fill(1);
        return members;
    }

    private static void Count(SparseRows rows, float[] targets, int width, float[] members, float[] others)
    {
        int lanes = width / Heads.Lane;
        ReadOnlySpan<Vector256<float>> signs = MemoryMarshal.Cast<float, Vector256<float>>(targets);
        Span<Vector256<float>> positive = MemoryMarshal.Cast<float, Vector256<float>>(members.AsSpan());
        Span<Vector256<float>> negative = MemoryMarshal.Cast<float, Vector256<float>>(others.AsSpan());
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<Vector256<float>> sign = signs.Slice(row * lanes, lanes);
            foreach (int index in rows.Indices(row))
            {
                for (int lane = 0; lane < lanes; lane++)
                {
                    positive[(index * lanes) + lane] += Vector256.Max(sign[lane], Vector256<float>.Zero);
                    negative[(index * lanes) + lane] += Vector256.Max(-sign[lane], Vector256<float>.Zero);
                }
            }
        }
    }

    private static float[] Sums(float[] counts, int width)
    {
        double[] sums = new double[width];
        for (int i = 0; i < counts.Length; i++)
        {
            sums[i % width] += counts[i];
        }
        return Array.ConvertAll(sums, s => (float)s);
    }
}
