using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>
/// What a <see cref="CompactModel"/> adds up. Weights are rounded to their upper 16 bits and already multiplied by the feature's
/// inverse document frequency, whose square rides in the lane after the last class, so that the text's length adds up beside its scores.
/// </summary>
/// <param name="Flat">Whether a feature counts once however often it occurs.</param>
internal sealed record CompactWeights(ushort[] Rows, float[] Constant, bool Flat)
{
    /// <summary>Vectors a row takes.</summary>
    public static int LanesOf(int classes) => (classes / Heads.Lane) + 1;

    /// <param name="features">The model's feature for each row; negative for a row of zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CompactWeights Of(LinearModel model, int classes, IReadOnlyList<int> features)
    {
        int width = LanesOf(classes) * Heads.Lane;
        ushort[] rows = new ushort[features.Count * width];
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i] < 0) { continue; }
            float idf = model.Vocabulary.Idf[features[i]];
            ReadOnlySpan<float> weights = model.Weights.AsSpan(features[i] * model.Width, classes);
            Span<ushort> row = rows.AsSpan(i * width, width);
            for (int label = 0; label < weights.Length; label++)
            {
                row[label] = Round(weights[label] * idf);
            }
            row[classes] = Round(idf * idf);
        }
        return new CompactWeights(rows, model.Weights.AsSpan(model.Vocabulary.Count * model.Width, classes).ToArray(), model.Flat);
    }

    private static ushort Round(float value) => (ushort)((BitConverter.SingleToUInt32Bits(value) + 0x8000) >> 16);
}
