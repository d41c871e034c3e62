using Knowledge;

namespace Bot.Answers.Library;

/// <summary>The invented documents of the sample community, beside the program.</summary>
internal static class SampleDocuments
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "knowledge", "documents");

    public static IEnumerable<Document> Read() => !Directory.Exists(Folder) ? []
        : Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => MarkdownReader.Read(NameOf(path), File.ReadAllText(path)).Document).OfType<Document>();

    private static string NameOf(string path) =>
        Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace(Path.DirectorySeparatorChar, '/');
}
