using Bot.Storage;
using Bot.Triage.Classifier;

namespace Tests.Support;

/// <summary>The built-in engine, trained once and kept where the commands keep it too.</summary>
public static class TrainedEngine
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(new StorageOptions().Path, "models"));
    private static readonly Lazy<TriageModel> Loaded = new(() => new EngineCache(Folder).LoadOrTrain(Corpus.Read(Corpus.DefaultFolder)));

    public static TriageModel Model => Loaded.Value;

    /// <summary>Spares a host on that data folder the training.</summary>
    public static void PutInto(string dataFolder)
    {
        string name = $"engine-{Model.Version}.model", models = Directory.CreateDirectory(Path.Combine(dataFolder, "models")).FullName;
        string place = Path.Combine(models, name);
        if (!File.Exists(place)) { File.CreateSymbolicLink(place, Path.Combine(Folder, name)); }
    }
}
