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
        Base.Put([.. Read(documents)]);
    }

    public KnowledgeBase Base { get; }

    public static string OwnFolder => Repository.File("knowledge", "documents");

    public static SampleKnowledge Own() => new(OwnFolder);

    /// <summary>The documents of another invented set below tests/Knowledge.</summary>
    public static SampleKnowledge Of(string set) => new(Folder(set));

    public static string Folder(string set) => Repository.File("tests", "Knowledge", set, "documents");

    public static IEnumerable<StoredDocument> Read(string documents) =>
        Directory.EnumerateFiles(documents, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new StoredDocument(
            new FileReader().Read(Path.ChangeExtension(Path.GetRelativePath(documents, path), null).Replace('\\', '/'), ".md", File.ReadAllBytes(path)).Document!,
            Enabled: true, Fingerprint: null));

    public void Dispose()
    {
        Base.Dispose();
        _folder.Dispose();
    }
}
