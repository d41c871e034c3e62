using System.Security.Cryptography;
using System.Text;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.Classifier;

/// <summary>The embedded engine's classifier: hashed character n-grams, one linear head per label set.</summary>
public sealed class TriageModel
{
    private const int CodeVersion = 3;
    private static readonly IReadOnlyList<IReadOnlyList<string>> LabelSets =
    [
        // To whom a question goes has a head of its own: questions among neighbours would teach the others that talk is everything
        Enum.GetNames<Kind>(), Enum.GetNames<Intent>()[..(int)Intent.Neighbour], Enum.GetNames<Category>(), Enum.GetNames<Urgency>(), Topics.All,
        ["Desk", "Neighbour"],
    ];
    private static readonly Heads Layout = new([.. LabelSets.Select(labels => labels.Count)]);
    internal static readonly Recipe Recipe = new(Cost: 4, MemberCost: 2, MinimumTexts: 1, Epochs: 20);

    private readonly LinearModel _model;
    private readonly Calibration[] _calibrations;

    private TriageModel(string version, LinearModel model, Calibration[] calibrations)
    {
        Version = version;
        _model = model;
        _calibrations = calibrations;
    }

    /// <summary>Content hash of the corpus and the training code's version; names the cached file.</summary>
    public string Version { get; }

    /// <summary>How its messages find the matter they belong to.</summary>
    internal LinkModel Links { get; init; } = LinkModel.Default;

    /// <summary>How well kinds are told, each message judged by a machine that had not seen it; null for a loaded engine.</summary>
    public LabelScores? CrossValidated { get; private init; }

    /// <summary>The kind each training row was given by a machine that had not seen it; null for a loaded engine.</summary>
    public IReadOnlyList<Kind>? HeldOutKinds { get; private init; }

    /// <summary>Changes when engines trained before can be used no more.</summary>
    public static string Features => $"{CodeVersion}.{ChatFeatures.Version}";

    public static TriageModel Train(IReadOnlyList<CorpusRow> rows, TrainingPace? pace = null)
    {
        pace ??= TrainingPace.Full;
        int done = 0;
        FeatureBag[] bags = new FeatureBag[rows.Count];
        Parallel.For(0, bags.Length, pace.Options, row => bags[row] = Bag(rows[row].Text, rows[row].Role));
        Trainer trainer = new(new TrainingTexts(bags, Recipe.MinimumTexts), [.. rows.Select(Labels)], Layout, Recipe)
        {
            Pace = pace,
            Weights = rows.All(row => row.Weight == 1) ? null : [.. rows.Select(row => row.Weight)],
            FitDone = () => pace.Progress?.Report((double)Interlocked.Increment(ref done) / (Trainer.Folds + 1)),
        };
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        LinearModel? model = null;
        float[][]? heldOut = null;
        Parallel.Invoke(pace.Options, () => model = trainer.Fit(all), () => heldOut = trainer.HeldOutScores(all));
        Calibration[] calibrations = trainer.Calibrate(heldOut!, all);
        Kind[] kinds = [.. all.Select(row => (Kind)calibrations[0].Best(Layout.Of(0, heldOut![row])))];
        int[] scored = [.. all.Where(row => !OnlyTellsWhom(rows[row]))];
        return new TriageModel(VersionOf(rows), model!, calibrations)
        {
            HeldOutKinds = kinds,
            CrossValidated = LabelScores.Of([.. scored.Select(row => rows[row].Kind.ToString())], [.. scored.Select(row => kinds[row].ToString())]),
        };
    }

    /// <summary>The version a model trained on these rows has.</summary>
    public static string VersionOf(IReadOnlyList<CorpusRow> rows)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([CodeVersion, ChatFeatures.Version]);
        foreach (CorpusRow row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(row.ToString()));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    public static TriageModel Load(string path)
    {
        ModelContent content = TriageModelFile.Read(path);
        if (!content.Labels.Zip(LabelSets, (a, b) => a.SequenceEqual(b)).All(same => same) || content.Model.Width != Layout.Width)
        {
            throw new InvalidDataException($"{path}: trained for other labels; train it anew with 'bot train --corpus DIR --model F'");
        }
        return new TriageModel(content.Version, content.Model, content.Calibrations);
    }

    /// <summary>The same engine with other weights for links, to learn and measure them.</summary>
    internal TriageModel With(LinkModel links) => new(Version, _model, _calibrations) { Links = links };

    public void Save(string path) =>
        TriageModelFile.Write(path, new ModelContent(Version, LabelSets, _model, _calibrations));

    /// <summary>Classifies one message (or a burst joined by newlines); safe to call from several threads.</summary>
    public Prediction Predict(string text, SenderRole role)
    {
        Span<float> scores = stackalloc float[Layout.Width];
        Score(text, role, scores);
        return new Prediction(
            Layout.Of(0, scores).ToArray(), Layout.Of(1, scores).ToArray(), Layout.Of(2, scores).ToArray(),
            Layout.Of(3, scores).ToArray(), Layout.Of(4, scores).ToArray(), Layout.Of(5, scores)[1]);
    }

    /// <summary>What a message's kind rests on; for pages, not for every message.</summary>
    /// <param name="of">The kind in question; null for the likeliest.</param>
    public Explanation Explain(string text, SenderRole role, Kind? of = null)
    {
        float[] kinds = Predict(text, role).Kinds;
        Kind kind = of ?? (Kind)Array.IndexOf(kinds, kinds.Max());
        Kind rival = Enum.GetValues<Kind>().Where(other => other != kind).MaxBy(other => kinds[(int)other]);
        Explainer explainer = new(text, role, (said, by) =>
        {
            Span<float> scores = stackalloc float[Layout.Width];
            Score(said, by, scores);
            Span<float> odds = Layout.Of(0, scores);
            float others = 0;
            for (int other = 0; other < odds.Length; other++) { others += other == (int)kind ? 0 : odds[other]; }
            return MathF.Log(MathF.Max(odds[(int)kind], 1e-9f) / MathF.Max(others, 1e-9f));
        });
        return new Explanation(kind, kinds[(int)kind], rival, kinds[(int)rival], explainer.Pulls());
    }

    /// <summary>Probabilities of all heads, without allocating.</summary>
    internal void Score(ReadOnlySpan<char> text, SenderRole role, Span<float> scores)
    {
        FeatureList features = new(text.Length * 4);
        ChatFeatures.Add(ref features, text, role);
        _model.Score(features.Sorted(), scores);
        features.Dispose();
        for (int head = 0; head < _calibrations.Length; head++)
        {
            _calibrations[head].Apply(Layout.Of(head, scores));
        }
    }

    private static FeatureBag Bag(string text, SenderRole role)
    {
        FeatureList features = new(text.Length * 4);
        ChatFeatures.Add(ref features, text, role);
        FeatureBag bag = FeatureBag.From(features.Sorted());
        features.Dispose();
        return bag;
    }

    private static bool OnlyTellsWhom(CorpusRow row) => row.Intent is Intent.Neighbour or Intent.Desk;

    private static int[] Labels(CorpusRow row) => OnlyTellsWhom(row) ? [-1, -1, -1, -1, -1, row.Intent == Intent.Neighbour ? 1 : 0] :
    [
        (int)row.Kind, row.Intent == Intent.Unknown ? -1 : (int)row.Intent, (int?)row.Category ?? -1, (int?)row.Urgency ?? -1,
        row.Topic is null ? -1 : Topics.All.ToList().IndexOf(row.Topic),
        row.Kind == Kind.Question && row.Intent != Intent.Unknown ? 0 : -1,
    ];
}
