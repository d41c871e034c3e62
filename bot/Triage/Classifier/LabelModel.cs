namespace Bot.Triage.Classifier;

/// <summary>A text with its label, as <c>train</c> reads it.</summary>
public sealed record LabelledText(string Label, string Text);

/// <summary>Sorts texts into one set of labels learned from examples; the model of <c>classify</c>.</summary>
public sealed class LabelModel
{
    private const string Version = "2";

    /// <summary>
    /// Tried in turn by cross-validation. Letters about facts want frequent and rare words weighed and rare classes favoured;
    /// what is argued or asked shows in whether a turn of phrase is there at all, and wants the smaller cost.
    /// </summary>
    private static readonly Recipe[] Recipes =
    [
        new() { Plain = 0.2f, Ratio = 0.8f, Cost = 1, MemberCost = 2 },
        new() { Plain = 0.2f, Ratio = 0.8f, Cost = 0.3f, Flat = true },
    ];

    private readonly Heads _heads;
    private readonly LinearModel _model;
    private readonly Calibration _calibration;

    private LabelModel(IReadOnlyList<string> labels, LinearModel model, Calibration calibration)
    {
        Labels = labels;
        _heads = new Heads(labels.Count);
        _model = model;
        _calibration = calibration;
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Of the training texts, each judged by a machine that had not seen it; null for a loaded model.</summary>
    public LabelScores? CrossValidated { get; private init; }

    /// <param name="progress">Told the share done, 0…1.</param>
    public static LabelModel Train(IReadOnlyList<LabelledText> texts, IProgress<double>? progress = null)
    {
        string[] labels = [.. texts.Select(t => t.Label).Distinct().Order(StringComparer.Ordinal)];
        FeatureBag[] bags = new FeatureBag[texts.Count];
        Parallel.For(0, bags.Length, i => bags[i] = Bag(texts[i].Text));
        Heads heads = new(labels.Length);
        int[][] targets = [.. texts.Select(t => new[] { Array.BinarySearch(labels, t.Label, StringComparer.Ordinal) })];
        int[] all = [.. Enumerable.Range(0, texts.Count)];
        Steps steps = new(progress, (Recipes.Length * Trainer.Folds) + 1);
        TrainingTexts numbered = new(bags, Fitting(Recipes[0], texts.Count).MinimumTexts);

        (Trainer Trainer, Calibration Calibration, LabelScores Quality)[] tried = new (Trainer, Calibration, LabelScores)[Recipes.Length];
        Parallel.For(0, Recipes.Length, i =>
        {
            Trainer trainer = new(numbered, targets, heads, Fitting(Recipes[i], texts.Count)) { FitDone = steps.Done };
            float[][] scores = trainer.HeldOutScores(all);
            Calibration calibration = trainer.Calibrate(scores, all)[0];
            tried[i] = (trainer, calibration, LabelScores.Of(
                [.. texts.Select(t => t.Label)], [.. scores.Select(s => labels[calibration.Best(heads.Of(0, s))])]));
        });
        (Trainer best, Calibration fitted, LabelScores validated) = tried.MaxBy(t => t.Quality.MacroF1);
        return new LabelModel(labels, best.Fit(all), fitted) { CrossValidated = validated };
    }

    /// <summary>Refuses a file that is damaged or of another sort with an <see cref="InvalidDataException"/>.</summary>
    public static LabelModel Load(string path)
    {
        ModelContent content = ModelFile.Read(path, ModelSort.Labels);
        return new LabelModel(content.Labels[0], content.Model, content.Calibrations[0]);
    }

    public void Save(string path) =>
        ModelFile.Write(path, new ModelContent(ModelSort.Labels, Version, [Labels], _model, [_calibration]));

    /// <summary>The likeliest label; safe to call from several threads.</summary>
    public (string Label, float Confidence) Classify(ReadOnlySpan<char> text)
    {
        Span<float> scores = _heads.Width <= 256 ? stackalloc float[_heads.Width] : new float[_heads.Width];
        FeatureList features = new(LetterFeatures.Most(text.Length));
        LetterFeatures.Add(ref features, text);
        _model.ScoreUnsorted(features.Keys, scores);
        features.Dispose();
        Span<float> probabilities = _heads.Of(0, scores);
        int best = _calibration.Best(probabilities);
        _calibration.Apply(probabilities);
        return (Labels[best], probabilities[best]);
    }

    /// <summary>With few texts every feature counts, and more rounds are needed.</summary>
    private static Recipe Fitting(Recipe recipe, int texts) => recipe with
    {
        MinimumTexts = texts < 500 ? 1 : texts < 2000 ? 2 : 4,
        Epochs = texts < 2000 ? 20 : 6,
    };

    private static FeatureBag Bag(string text)
    {
        FeatureList features = new(LetterFeatures.Most(text.Length));
        LetterFeatures.Add(ref features, text);
        FeatureBag bag = FeatureBag.From(features.Sorted());
        features.Dispose();
        return bag;
    }

    private sealed class Steps(IProgress<double>? progress, int total)
    {
        private int _done;

        public void Done() => progress?.Report((double)Interlocked.Increment(ref _done) / total);
    }
}
