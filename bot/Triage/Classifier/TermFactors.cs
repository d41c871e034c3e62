using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>What a feature's row is multiplied by, by how often the feature occurs: its weight for the classes, the square for the text's length.</summary>
internal static class TermFactors
{
    private static readonly Vector256<float>[]?[] Tables = new Vector256<float>[]?[Heads.Lane];
    private static Vector256<float>[]? _flat;

    /// <param name="lane">That of the length.</param>
    public static ReadOnlySpan<Vector256<float>> Counted(int lane) => Tables[lane] ??= Build(lane, flat: false);

    /// <summary>When a feature counts once however often it occurs.</summary>
    public static ReadOnlySpan<Vector256<float>> Flat => _flat ??= Build(0, flat: true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<float>[] Build(int lane, bool flat)
    {
        Vector256<float>[] factors = new Vector256<float>[byte.MaxValue + 1];
        for (int count = 0; count < factors.Length; count++)
        {
            float weight = flat ? 1 : TermFrequency.Of(count);
            factors[count] = Vector256.Create(weight).WithElement(lane, weight * weight);
        }
        return factors;
    }
}
