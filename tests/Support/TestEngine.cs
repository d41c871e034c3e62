using Bot.Triage.Classifier;

namespace Tests.Support;

/// <summary>The engine trained once beside the built tests, so that no host of a test trains it again.</summary>
internal static class TestEngine
{
    private static readonly Lazy<string> Trained = new(() =>
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "models");
        new EngineCache(folder).LoadOrTrain(Corpus.Read(Corpus.DefaultFolder));
        return folder;
    });

    /// <summary>Lets a data folder that has no engine of its own use it.</summary>
    public static void LendTo(string dataFolder)
    {
        string models = Path.Combine(dataFolder, "models");
        if (!Directory.Exists(models)) { Directory.CreateSymbolicLink(models, Trained.Value); }
    }
}
