namespace Bot.Triage.Classifier;

/// <summary>Training texts as rows of (feature index, value), each of length 1, with a constant feature at the end.</summary>
internal sealed class SparseRows
{
    private readonly int[][] _indices;
    private readonly float[][] _values;

    /// <param name="places">Of each feature of the texts in the vocabulary; -1 for none.</param>
    /// <param name="flat">Whether a feature counts once however often it occurs.</param>
    public SparseRows(TrainingTexts texts, IReadOnlyList<int> rows, Vocabulary vocabulary, int[] places, bool flat)
    {
        Features = vocabulary.Count + 1;
        _indices = new int[rows.Count][];
        _values = new float[rows.Count][];
        for (int i = 0; i < rows.Count; i++)
        {
            (_indices[i], _values[i]) = Weigh(texts[rows[i]], vocabulary, places, flat);
        }
    }

    public int Count => _indices.Length;

    /// <summary>Including the constant one, which is last.</summary>
    public int Features { get; }

    public ReadOnlySpan<int> Indices(int row) => _indices[row];

    public ReadOnlySpan<float> Values(int row) => _values[row];

    private static (int[], float[]) Weigh(ReadOnlySpan<(int Feature, ushort Count)> text, Vocabulary vocabulary, int[] places, bool flat)
    {
        int known = 0;
        foreach ((int feature, _) in text) { known += places[feature] >= 0 ? 1 : 0; }
        int[] indices = new int[known + 1];
        float[] values = new float[known + 1];
        float square = 0;
        int at = 0;
        foreach ((int feature, ushort count) in text)
        {
            int index = places[feature];
            if (index >= 0)
            {
                float value = flat ? 1 : TermFrequency.Of(count) * vocabulary.Idf[index];
                square += value * value;
                indices[at] = index;
                values[at++] = value;
            }
        }
        float norm = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        foreach (ref float value in values.AsSpan(0, at)) { value *= norm; }
        indices[at] = vocabulary.Count;
        values[at] = 1;
        return (indices, values);
    }
}
