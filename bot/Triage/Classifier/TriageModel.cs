using Bot.Messaging;

namespace Bot.Triage.Classifier;

/// <summary>The embedded engine's classifier: hashed character n-grams, one linear head per label set.</summary>
public sealed class TriageModel
{
    /// <summary>Content hash of the corpus and the training code's version; names the cached file.</summary>
    public string Version { get; private init; } = "";

    public static TriageModel Train(IReadOnlyList<CorpusRow> rows) => throw new NotSupportedException(rows.Count.ToString());

    public static TriageModel Load(string path) => throw new NotSupportedException(path);

    public void Save(string path) => throw new NotSupportedException(path + Version);

    /// <summary>Classifies one message (or a burst joined by newlines); safe to call from several threads.</summary>
    public Prediction Predict(string text, SenderRole role) => throw new NotSupportedException(text + role + Version);
}
