namespace Bot.Triage.Classifier;

/// <summary>Keeps the trained engine in a folder under the version of corpus and code, so that only a change trains anew.</summary>
/// <param name="folder">The <c>models</c> folder below Storage:Path; made when missing.</param>
public sealed class EngineCache(string folder)
{
    /// <summary>Whether loading it takes no training.</summary>
    public bool Holds(IReadOnlyList<CorpusRow> rows) => File.Exists(PathOf(rows));

    public TriageModel LoadOrTrain(IReadOnlyList<CorpusRow> rows)
    {
        string path = PathOf(rows);
        if (File.Exists(path))
        {
            try
            {
                return TriageModel.Load(path);
            }
            catch (InvalidDataException)
            {
                // A damaged copy is trained again and replaced
            }
        }
        Directory.CreateDirectory(folder);
        TriageModel model = TriageModel.Train(rows);
        model.Save(path);
        foreach (string old in Directory.EnumerateFiles(folder, "engine-*.model").Where(f => f != path))
        {
            File.Delete(old);
        }
        return model;
    }

    private string PathOf(IReadOnlyList<CorpusRow> rows) => Path.Combine(folder, $"engine-{TriageModel.VersionOf(rows)}.model");
}
