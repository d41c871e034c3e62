using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Triage.Classifier;

/// <summary>
/// Linear machines, one against the rest, all classes at once: L2-regularised squared hinge loss solved in the dual,
/// one row after the other (Hsieh et al. 2008, as in LIBLINEAR). Deterministic: fixed order of chance, no fused multiply-add.
/// </summary>
internal sealed class DualCoordinateDescent(SparseRows rows, float[] targets, int width)
{
    private readonly int _lanes = width / Heads.Lane;

    /// <summary>
    /// Prior variance of each weight, features × width; null for 1 everywhere. With squared log-count ratios this is an NB-SVM.
    /// </summary>
    public float[]? Variances { get; init; }

    public float Cost { get; init; } = 1;

    /// <summary>How many rows each row counts for; null for 1 everywhere.</summary>
    public float[]? RowWeights { get; init; }

    public CancellationToken Stop { get; init; }

    /// <summary>How many times dearer a missed member is than a false one.</summary>
    public float MemberCost { get; init; } = 1;

    public int Epochs { get; init; } = 30;

    public float Tolerance { get; init; } = 0.05f;

    /// <summary>Weights, features × width.</summary>
    public float[] Fit()
    {
        float[] weights = new float[rows.Features * width];
        float[] alphas = new float[rows.Count * width];
        float[] curvatures = Curvatures();
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        Random random = new(20260101);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Stop.ThrowIfCancellationRequested();
            random.Shuffle(order);
            float worst = 0;
            foreach (int row in order)
            {
                worst = MathF.Max(worst, Step(row, weights, alphas, curvatures));
            }
            if (worst < Tolerance)
            {
                break;
            }
        }
        return weights;
    }

    private float[] Curvatures()
    {
        float[] curvatures = new float[rows.Count * width];
        Span<Vector256<float>> all = MemoryMarshal.Cast<float, Vector256<float>>(curvatures.AsSpan());
        ReadOnlySpan<Vector256<float>> variances = MemoryMarshal.Cast<float, Vector256<float>>(Variances);
        for (int row = 0; row < rows.Count; row++)
        {
            Span<Vector256<float>> of = all.Slice(row * _lanes, _lanes);
            ReadOnlySpan<int> indices = rows.Indices(row);
            ReadOnlySpan<float> values = rows.Values(row);
            for (int i = 0; i < indices.Length; i++)
            {
                Vector256<float> square = Vector256.Create(values[i] * values[i]);
                for (int lane = 0; lane < _lanes; lane++)
                {
                    of[lane] += Variances is null ? square : square * variances[(indices[i] * _lanes) + lane];
                }
            }
        }
        return curvatures;
    }

    /// <summary>The greatest violation of the optimality conditions met before the step.</summary>
    private float Step(int row, float[] weights, float[] alphas, float[] curvatures)
    {
        Span<Vector256<float>> table = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan());
        Span<Vector256<float>> steps = stackalloc Vector256<float>[_lanes];
        Score(row, table, steps);

        Span<Vector256<float>> alpha = MemoryMarshal.Cast<float, Vector256<float>>(alphas.AsSpan()).Slice(row * _lanes, _lanes);
        ReadOnlySpan<Vector256<float>> target = MemoryMarshal.Cast<float, Vector256<float>>(targets).Slice(row * _lanes, _lanes);
        ReadOnlySpan<Vector256<float>> curvature = MemoryMarshal.Cast<float, Vector256<float>>(curvatures).Slice(row * _lanes, _lanes);
        Vector256<float> worst = Vector256<float>.Zero;
        bool moved = false;
        float cost = RowWeights is null ? Cost : Cost * RowWeights[row];
        for (int lane = 0; lane < _lanes; lane++)
        {
            Vector256<float> y = target[lane];
            Vector256<float> softness = Vector256.ConditionalSelect(
                Vector256.GreaterThan(y, Vector256<float>.Zero),
                Vector256.Create(0.5f / (cost * MemberCost)),
                Vector256.Create(0.5f / cost));
            Vector256<float> gradient = (y * steps[lane]) - Vector256<float>.One + (softness * alpha[lane]);
            Vector256<float> next = Vector256.Max(alpha[lane] - (gradient / (curvature[lane] + softness)), Vector256<float>.Zero);
            Vector256<float> labelled = y * y;
            Vector256<float> step = (next - alpha[lane]) * labelled;
            Vector256<float> violation = Vector256.ConditionalSelect(
                Vector256.GreaterThan(alpha[lane], Vector256<float>.Zero), Vector256.Abs(gradient), Vector256.Max(-gradient, Vector256<float>.Zero));
            worst = Vector256.Max(worst, violation * labelled);
            alpha[lane] += step;
            steps[lane] = step * y;
            moved |= step != Vector256<float>.Zero;
        }
        if (moved)
        {
            Update(row, table, steps);
        }
        float most = 0;
        for (int i = 0; i < Heads.Lane; i++)
        {
            most = MathF.Max(most, worst[i]);
        }
        return most;
    }

    private void Score(int row, ReadOnlySpan<Vector256<float>> table, Span<Vector256<float>> scores)
    {
        if (_lanes == 1)
        {
            scores[0] = ScoreNarrow(rows.Indices(row), rows.Values(row), table);
            return;
        }
        ReadOnlySpan<int> indices = rows.Indices(row);
        ReadOnlySpan<float> values = rows.Values(row);
        for (int i = 0; i < indices.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            ReadOnlySpan<Vector256<float>> weights = table.Slice(indices[i] * _lanes, _lanes);
            for (int lane = 0; lane < weights.Length; lane++)
            {
                scores[lane] += value * weights[lane];
            }
        }
    }

    private void Update(int row, Span<Vector256<float>> table, ReadOnlySpan<Vector256<float>> steps)
    {
        ReadOnlySpan<Vector256<float>> variances = MemoryMarshal.Cast<float, Vector256<float>>(Variances);
        ReadOnlySpan<int> indices = rows.Indices(row);
        ReadOnlySpan<float> values = rows.Values(row);
        if (_lanes == 1 && Variances is not null)
        {
            UpdateNarrow(indices, values, steps[0], variances, table);
            return;
        }
        for (int i = 0; i < indices.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            Span<Vector256<float>> weights = table.Slice(indices[i] * _lanes, _lanes);
            for (int lane = 0; lane < weights.Length; lane++)
            {
                Vector256<float> step = value * steps[lane];
                weights[lane] += Variances is null ? step : step * variances[(indices[i] * _lanes) + lane];
            }
        }
    }

    /// <summary>Up to eight classes: the sum stays in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<float> ScoreNarrow(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, ReadOnlySpan<Vector256<float>> table)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < indices.Length; i++)
        {
            sum += Vector256.Create(values[i]) * table[indices[i]];
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UpdateNarrow(
        ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Vector256<float> step, ReadOnlySpan<Vector256<float>> variances, Span<Vector256<float>> table)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            table[indices[i]] += Vector256.Create(values[i]) * step * variances[indices[i]];
        }
    }
}
