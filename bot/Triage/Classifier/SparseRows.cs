namespace Bot.Triage.Classifier;

/// <summary>Training texts as rows of (feature index, value), each of length 1, with a constant feature at the end.</summary>
internal sealed class SparseRows
{
    private readonly int[][] _indices;
    private readonly float[][] _values;

    public SparseRows(IReadOnlyList<FeatureBag> bags, IReadOnlyList<int> rows, Vocabulary vocabulary)
    {
        Features = vocabulary.Count + 1;
        _indices = new int[rows.Count][];
        _values = new float[rows.Count][];
        for (int i = 0; i < rows.Count; i++)
        {
            (_indices[i], _values[i]) = Weigh(bags[rows[i]], vocabulary);
        }
    }

    public int Count => _indices.Length;

    /// <summary>Including the constant one, which is last.</summary>
    public int Features { get; }

    public ReadOnlySpan<int> Indices(int row) => _indices[row];

    public ReadOnlySpan<float> Values(int row) => _values[row];

    public static float Tf(int count) => count == 1 ? 1 : 1 + MathF.Log(count);

    private static (int[], float[]) Weigh(FeatureBag bag, Vocabulary vocabulary)
    {
        List<int> indices = new(bag.Keys.Length + 1);
        List<float> values = new(bag.Keys.Length + 1);
        float square = 0;
        for (int i = 0; i < bag.Keys.Length; i++)
        {
            int index = vocabulary.Find(bag.Keys[i]);
            if (index >= 0)
            {
                float value = Tf(bag.Counts[i]) * vocabulary.Idf[index];
                square += value * value;
                indices.Add(index);
                values.Add(value);
            }
        }
        float norm = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        int[] found = [.. indices, vocabulary.Count];
        float[] scaled = [.. values.Select(v => v * norm), 1];
        return (found, scaled);
    }
}
