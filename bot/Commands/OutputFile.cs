using System.Text;

namespace Bot.Commands;

/// <summary>Writes lines to a temporary file that takes its name only when complete; without a path to stdout.</summary>
public sealed class OutputFile : IDisposable
{
    private readonly string? _path;
    private readonly string _temporary = "";
    private readonly StreamWriter _writer;

    public OutputFile(string? path)
    {
        _path = path;
        if (path is null)
        {
            _writer = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false));
            return;
        }
        if (Directory.Exists(path))
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: is a folder; name a file");
        }
        _temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            _writer = new StreamWriter(_temporary, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: cannot be written; check that the folder exists and may be written to");
        }
    }

    /// <summary>Lines end with a line feed on every system.</summary>
    public void WriteLine(string line)
    {
        _writer.Write(line);
        _writer.Write('\n');
    }

    /// <summary>Whole lines as they are to stand in the file.</summary>
    public void Write(ReadOnlySpan<byte> lines)
    {
        _writer.Flush();
        _writer.BaseStream.Write(lines);
    }

    public void Complete()
    {
        _writer.Dispose();
        if (_path is not null)
        {
            File.Move(_temporary, _path, overwrite: true);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        if (_path is not null)
        {
            File.Delete(_temporary);
        }
    }
}
