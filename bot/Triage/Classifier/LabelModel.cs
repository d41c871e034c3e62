namespace Bot.Triage.Classifier;

/// <summary>A text with its label, as <c>train</c> reads it.</summary>
public sealed record LabelledText(string Label, string Text);

/// <summary>Sorts texts into one set of labels learned from examples; the model of <c>classify</c>.</summary>
public sealed class LabelModel
{
    /// <summary>
    /// Tried in turn by cross-validation. Letters about facts want frequent and rare words weighed, rare classes favoured and no
    /// punctuation; what is argued or asked shows in whether a turn of phrase is there at all, and wants the smaller cost.
    /// </summary>
    private static readonly (Recipe Recipe, bool Punctuation)[] Recipes =
    [
        (new Recipe(Plain: 0.2f, Ratio: 0.8f, Cost: 1, MemberCost: 2), false),
        (new Recipe(Plain: 0.2f, Ratio: 0.8f, Cost: 0.3f, Flat: true), true),
    ];

    private readonly LabelContent _content;
    private readonly LetterGrams _grams;
    private readonly CompactModel _machine;

    private LabelModel(LabelContent content)
    {
        _content = content;
        _grams = new LetterGrams(content.Grams);
        _machine = new CompactModel(content.Weights);
    }

    public IReadOnlyList<string> Labels => _content.Labels;

    /// <summary>Of the training texts, each judged by a machine that had not seen it; null for a loaded model.</summary>
    public LabelScores? CrossValidated { get; private init; }

    /// <param name="progress">Told the share done, 0…1.</param>
    public static LabelModel Train(IReadOnlyList<LabelledText> texts, IProgress<double>? progress = null)
    {
        string[] labels = [.. texts.Select(t => t.Label).Distinct().Order(StringComparer.Ordinal)];
        Heads heads = new(labels.Length);
        int[][] targets = [.. texts.Select(t => new[] { Array.BinarySearch(labels, t.Label, StringComparer.Ordinal) })];
        Steps steps = new(progress, (Recipes.Length * Trainer.Folds) + 1);
        Candidate[] tried = new Candidate[Recipes.Length];
        Parallel.For(0, Recipes.Length, i =>
        {
            (Recipe recipe, bool punctuation) = Recipes[i];
            recipe = Fitting(recipe, texts.Count);
            TrainingTexts numbered = new(Bags(texts, punctuation), recipe.MinimumTexts);
            tried[i] = Try(new Trainer(numbered, targets, heads, recipe) { FitDone = steps.Done }, labels, targets, punctuation);
        });
        Candidate best = tried.MaxBy(candidate => candidate.Quality.MacroF1)!;
        LinearModel machine = best.Trainer.Fit(All(texts.Count));
        (LetterGramTables grams, IReadOnlyList<int> features) = new LetterGramsBuilder(machine.Vocabulary, best.Punctuation).Build(texts.Select(t => t.Text));
        CompactWeights weights = CompactWeights.Of(machine, labels.Length, features);
        return new LabelModel(new LabelContent(labels, best.Calibration, grams, weights)) { CrossValidated = best.Quality };
    }

    /// <summary>Refuses a file that is damaged or of another sort with an <see cref="InvalidDataException"/>.</summary>
    public static LabelModel Load(string path) => new(LabelModelFile.Read(path));

    public void Save(string path) => LabelModelFile.Write(path, _content);

    /// <summary>The likeliest label; safe to call from several threads.</summary>
    public (string Label, float Confidence) Classify(ReadOnlySpan<char> text)
    {
        int label = Classify(text, out float confidence);
        return (Labels[label], confidence);
    }

    /// <returns>The likeliest label's place among <see cref="Labels"/>.</returns>
    public int Classify(ReadOnlySpan<char> text, out float confidence)
    {
        Span<float> scores = _content.Labels.Length <= 256 ? stackalloc float[_content.Labels.Length] : new float[_content.Labels.Length];
        LetterScratch scratch = LetterScratch.For(text.Length, _machine.Rows);
        int found = _grams.Find(text, scratch);
        _machine.Score(scratch.Rows.AsSpan(0, found), scratch.Tally, scores);
        int best = _content.Calibration.Best(scores);
        _content.Calibration.Apply(scores);
        confidence = scores[best];
        return best;
    }

    /// <summary>With few texts every feature counts, and more rounds are needed.</summary>
    private static Recipe Fitting(Recipe recipe, int texts) => recipe with
    {
        MinimumTexts = texts < 500 ? 1 : texts < 2000 ? 2 : 4,
        Epochs = texts < 2000 ? 20 : 6,
    };

    private static Candidate Try(Trainer trainer, string[] labels, int[][] targets, bool punctuation)
    {
        int[] all = All(targets.Length);
        float[][] scores = trainer.HeldOutScores(all);
        Calibration calibration = trainer.Calibrate(scores, all)[0];
        LabelScores quality = LabelScores.Of(
            [.. targets.Select(target => labels[target[0]])], [.. scores.Select(score => labels[calibration.Best(score.AsSpan(0, labels.Length))])]);
        return new Candidate(trainer, calibration, punctuation, quality);
    }

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];

    private static FeatureBag[] Bags(IReadOnlyList<LabelledText> texts, bool punctuation)
    {
        FeatureBag[] bags = new FeatureBag[texts.Count];
        Parallel.For(0, bags.Length, i =>
        {
            FeatureList features = new(LetterFeatures.Most(texts[i].Text.Length));
            LetterFeatures.Add(ref features, texts[i].Text, punctuation);
            bags[i] = FeatureBag.From(features.Sorted());
            features.Dispose();
        });
        return bags;
    }

    private sealed record Candidate(Trainer Trainer, Calibration Calibration, bool Punctuation, LabelScores Quality);

    private sealed class Steps(IProgress<double>? progress, int total)
    {
        private int _done;

        public void Done() => progress?.Report((double)Interlocked.Increment(ref _done) / total);
    }
}
