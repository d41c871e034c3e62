namespace Bot.Triage.Classifier;

/// <param name="Plain">Prior variance of every weight.</param>
/// <param name="Ratio">Further prior variance per squared log-count ratio.</param>
/// <param name="MinimumTexts">In how many texts a feature must occur.</param>
/// <param name="Flat">Whether a feature counts once however often it occurs, and rare ones no more than common ones.</param>
internal sealed record Recipe(
    float Cost = 1, float Plain = 1, float Ratio = 0, float MemberCost = 1, int MinimumTexts = 2, int Epochs = 30, bool Flat = false);

/// <summary>Trains the linear machines of all heads and calibrates them on texts they had not seen.</summary>
internal sealed class Trainer(TrainingTexts texts, IReadOnlyList<int[]> labels, Heads heads, Recipe recipe)
{
    public const int Folds = 5;

    /// <summary>How many rows each row counts for; null for 1 everywhere.</summary>
    public IReadOnlyList<float>? Weights { get; init; }

    public TrainingPace Pace { get; init; } = TrainingPace.Full;

    /// <summary>Called after each machine fitted, from several threads.</summary>
    public Action? FitDone { get; init; }

    public LinearModel Fit(IReadOnlyList<int> rows)
    {
        (Vocabulary vocabulary, int[] places) = texts.Learn(rows, recipe.MinimumTexts, recipe.Flat);
        SparseRows values = new(texts, rows, vocabulary, places, recipe.Flat);
        float[] targets = heads.Targets(labels, rows);
        DualCoordinateDescent machine = new(values, targets, heads.Width)
        {
            Cost = recipe.Cost,
            MemberCost = recipe.MemberCost,
            Epochs = recipe.Epochs,
            RowWeights = Weights is null ? null : [.. rows.Select(row => Weights[row])],
            Stop = Pace.Stop,
            Variances = recipe.Ratio == 0 ? null : LogCountRatios.Variances(values, targets, heads.Width, recipe.Plain, recipe.Ratio),
        };
        LinearModel model = new(vocabulary, machine.Fit(), heads.Width, recipe.Flat);
        FitDone?.Invoke();
        return model;
    }

    /// <summary>Scores of every row by a machine that had not seen it.</summary>
    public float[][] HeldOutScores(IReadOnlyList<int> rows)
    {
        int[] shuffled = [.. rows];
        new Random(7).Shuffle(shuffled);
        float[][] scores = new float[texts.Count][];
        Parallel.For(0, Folds, Pace.Options, fold =>
        {
            LinearModel model = Fit([.. shuffled.Where((_, i) => i % Folds != fold)]);
            foreach (int row in shuffled.Where((_, i) => i % Folds == fold))
            {
                scores[row] = new float[heads.Width];
                Score(model, row, scores[row]);
            }
        });
        return scores;
    }

    public Calibration[] Calibrate(float[][] scores, IReadOnlyList<int> rows)
    {
        Calibration[] calibrations = new Calibration[heads.Sizes.Count];
        Parallel.For(0, calibrations.Length, Pace.Options, head =>
        {
            int[] labelled = [.. rows.Where(r => labels[r][head] >= 0)];
            float[][] own = [.. labelled.Select(r => heads.Of(head, scores[r]).ToArray())];
            calibrations[head] = Calibration.Fit(own, [.. labelled.Select(r => labels[r][head])], heads.Sizes[head]);
        });
        return calibrations;
    }

    private void Score(LinearModel model, int row, Span<float> scores)
    {
        using FeatureList keys = new(texts[row].Length * 2);
        foreach ((int feature, ushort count) in texts[row])
        {
            for (int n = 0; n < count; n++) { keys.Add(texts.Keys[feature]); }
        }
        model.Score(keys.Sorted(), scores);
    }
}
