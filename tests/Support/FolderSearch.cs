using System.Text;

namespace Tests.Support;

/// <summary>Looks for words in the bytes of every file of a folder, in the encodings a program may write them in.</summary>
public static class FolderSearch
{
    /// <summary>Names of the files that hold the words, from the folder on.</summary>
    public static IReadOnlyList<string> Find(string folder, string words, params string[] besides)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(words), Encoding.Unicode.GetBytes(words), Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(words).Trim('"'))];
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            // held by the program and empty
            .Where(file => Path.GetFileName(file) != "bot.lock")
            .Where(file => !besides.Any(beside => Path.GetRelativePath(folder, file).StartsWith(beside, StringComparison.Ordinal)))
            .Where(file => forms.Any(form => Read(file).AsSpan().IndexOf(form) >= 0))
            .Select(file => Path.GetRelativePath(folder, file))];
    }

    private static byte[] Read(string file)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[stream.Length];
            return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).ToArray();
        }
        catch (FileNotFoundException)
        {
            // a journal that has just ended
            return [];
        }
    }
}
