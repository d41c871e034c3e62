using Tests.Support;

namespace Tests.Architecture;

/// <summary>Files people write, as paths from the top of the working copy.</summary>
internal static class SourceFiles
{
    private static readonly string[] Kinds = [".cs", ".razor", ".js", ".css", ".sql", ".csproj"];
    private static readonly string[] Made = ["artifacts", "bin", "obj", "node_modules", "TestResults"];

    private static readonly string[] Folders = ["bot", "knowledge", "tests"];

    public static IEnumerable<string> All => Folders.SelectMany(Under);

    public static IEnumerable<string> Under(string folder) => Directory
        .EnumerateFiles(Repository.File(folder), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => Kinds.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Intersect(Made).Any());
}
