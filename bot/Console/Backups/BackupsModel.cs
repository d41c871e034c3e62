using Bot.Backups;
using Bot.Storage.Snapshots;

namespace Bot.Console.Backups;

/// <param name="Lines">Newest first.</param>
public sealed record BackupsModel(BackupState State, IReadOnlyList<BackupLine> Lines, int Hour, int Keep, string Folder)
{
    public BackupLine? Newest => Lines.FirstOrDefault(line => line.File.IsWhole);
}

/// <param name="IsReadable">Whether its list of content can still be read.</param>
public sealed record BackupLine(BackupFile File, bool IsReadable)
{
    public string Size => File.Size switch
    {
        < 1024 * 1024 => $"{Math.Max(1, File.Size / 1024)} KB",
        < 1024L * 1024 * 1024 => $"{File.Size / (1024.0 * 1024):0.#} MB",
        _ => $"{File.Size / (1024.0 * 1024 * 1024):0.#} GB",
    };

    /// <summary>A whole one was read back in full before it took its name.</summary>
    public string Check => !IsReadable ? "坏了，不能用" : File.IsWhole ? "已检查" : "升级前留的，只有数据库";
}
