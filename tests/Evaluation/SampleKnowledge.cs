using Knowledge;
using Knowledge.Reading;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>A store over a folder of documents, for measuring.</summary>
internal sealed class SampleKnowledge : IDisposable
{
    /// <summary>The day the own questions were written for.</summary>
    public static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TempFolder _folder = new();

    public SampleKnowledge(string documents)
    {
        Base = KnowledgeBase.Open(_folder.Path);
        Base.Put([.. Directory.EnumerateFiles(documents, "*.md", SearchOption.AllDirectories).Select(path => new StoredDocument(
            new FileReader().Read(Path.ChangeExtension(Path.GetRelativePath(documents, path), null).Replace('\\', '/'), ".md", File.ReadAllBytes(path)).Document!,
            Enabled: true, Fingerprint: null))]);
    }

    public KnowledgeBase Base { get; }

    public static SampleKnowledge Own() => new(Repository.File("knowledge", "documents"));

    public static SampleKnowledge Elsewhere() => new(Repository.File("tests", "Knowledge", "Elsewhere", "documents"));

    public void Dispose()
    {
        Base.Dispose();
        _folder.Dispose();
    }
}
