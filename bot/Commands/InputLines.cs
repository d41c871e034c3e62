using System.Text;

namespace Bot.Commands;

/// <summary>Reads text files as users have them: UTF-8 with or without BOM, any line ending.</summary>
public static class InputLines
{
    /// <summary>Stands in a line for bytes that are not UTF-8; no character of any text.</summary>
    public const char Undecodable = '\uFFFF';

    private static readonly Encoding Utf8 = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Undecodable.ToString()));

    /// <summary>All lines; blank ones at the end are left out.</summary>
    public static List<string> Read(string path)
    {
        List<string> lines = Open(path, file => File.ReadLines(file, Utf8).ToList());
        int last = lines.FindLastIndex(l => !string.IsNullOrWhiteSpace(l));
        lines.RemoveRange(last + 1, lines.Count - last - 1);
        return lines;
    }

    /// <summary>The file as it is, for those who decode many lines side by side.</summary>
    public static byte[] ReadBytes(string path) => Open(path, File.ReadAllBytes);

    private static T Open<T>(string path, Func<string, T> read)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: is a folder; name a file");
        }
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: may not be read; check its permissions");
        }
    }
}
