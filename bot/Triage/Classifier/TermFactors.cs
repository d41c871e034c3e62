using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>What a feature's row is multiplied by, by how often the feature occurs: its weight for the classes, the square for the text's length.</summary>
internal static class TermFactors
{
    private static readonly Vector256<float>[]?[] Tables = new Vector256<float>[]?[Heads.Lane];
    private static readonly Vector256<float>[] Ones = [.. Enumerable.Repeat(Vector256<float>.One, byte.MaxValue + 1)];

    /// <param name="lane">That of the length.</param>
    public static ReadOnlySpan<Vector256<float>> Counted(int lane) => Tables[lane] ??= Build(lane);

    /// <summary>When a feature counts once however often it occurs.</summary>
    public static ReadOnlySpan<Vector256<float>> Flat => Ones;

    private static Vector256<float>[] Build(int lane) =>
        [.. Enumerable.Range(0, byte.MaxValue + 1).Select(TermFrequency.Of).Select(weight => Vector256.Create(weight).WithElement(lane, weight * weight))];
}
