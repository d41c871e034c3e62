using Knowledge.Reading;

namespace Bot.Commands;

/// <summary>Finds the documents below a folder.</summary>
internal static class KnowledgeFolders
{
    // a link may lead out of the folder or round in a circle; what is hidden belongs to other programs
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    /// <summary>The files that are read, with the names of their documents, ordered by name.</summary>
    public static IReadOnlyList<(string Path, string Name)> Documents(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException(ExitCodes.BadInput, $"{folder}: no such folder; name the folder of your documents");
        }
        return [.. Directory.EnumerateFiles(folder, "*", Walk)
            .Where(path => FileReader.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            .Select(path => (path, Name(folder, path)))
            .OrderBy(file => file.Item2, StringComparer.Ordinal).ThenBy(file => file.path, StringComparer.Ordinal)];
    }

    private static string Name(string folder, string path) =>
        Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace(Path.DirectorySeparatorChar, '/');
}
