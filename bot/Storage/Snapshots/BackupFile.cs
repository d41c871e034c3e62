namespace Bot.Storage.Snapshots;

/// <param name="IsWhole">Holds everything; else it is the database alone, kept before a migration.</param>
public sealed record BackupFile(string Path, long Size, DateTimeOffset Made, bool IsWhole)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
