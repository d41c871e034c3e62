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
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                // A damaged copy is trained again and replaced
            }
        }
        TriageModel model = TriageModel.Train(rows);
        try
        {
            Directory.CreateDirectory(folder);
            model.Save(path);
            foreach (string old in Directory.EnumerateFiles(folder, "engine-*.model").Where(f => f != path))
            {
                File.Delete(old);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Triage does not wait for a disk: the engine stands in memory and is trained again at the next start
        }
        return model;
    }

    private string PathOf(IReadOnlyList<CorpusRow> rows) => Path.Combine(folder, $"engine-{TriageModel.VersionOf(rows)}.model");
}
