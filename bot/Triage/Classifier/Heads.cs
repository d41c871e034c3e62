namespace Bot.Triage.Classifier;

/// <summary>Where each head's classes stand in a row of scores.</summary>
internal sealed class Heads
{
    /// <summary>Floats of one SIMD vector; rows are padded to it.</summary>
    public const int Lane = 8;

    private readonly int[] _starts;

    public Heads(params ReadOnlySpan<int> sizes)
    {
        Sizes = sizes.ToArray();
        _starts = new int[sizes.Length];
        for (int i = 1; i < sizes.Length; i++)
        {
            _starts[i] = _starts[i - 1] + sizes[i - 1];
        }
        Width = (Sizes.Sum() + Lane - 1) / Lane * Lane;
    }

    public IReadOnlyList<int> Sizes { get; }

    public int Width { get; }

    public Span<float> Of(int head, Span<float> scores) => scores.Slice(_starts[head], Sizes[head]);

    /// <summary>+1 for the label, -1 for the head's other classes, 0 for heads the row has no label of (-1).</summary>
    public float[] Targets(IReadOnlyList<int[]> labels, IReadOnlyList<int> rows)
    {
        float[] targets = new float[rows.Count * Width];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int head = 0; head < Sizes.Count; head++)
            {
                int label = labels[rows[i]][head];
                if (label >= 0)
                {
                    Span<float> of = Of(head, targets.AsSpan(i * Width, Width));
                    of.Fill(-1);
                    of[label] = 1;
                }
            }
        }
        return targets;
    }
}
