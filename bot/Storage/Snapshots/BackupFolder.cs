using System.Globalization;

namespace Bot.Storage.Snapshots;

/// <summary>The backups that lie in a folder.</summary>
public static class BackupFolder
{
    public const string Name = "backups";
    private const string BeforeMigration = "before-";
    private const int KeptBeforeMigration = 3;

    /// <summary>Makes a whole backup; the oldest beyond <paramref name="keep"/> are removed after it.</summary>
    /// <returns>The path of the new one.</returns>
    public static async Task<string> AddAsync(string folder, int keep, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Name)).FullName, $"bot-{Stamp(now)}.zip");
        await Snapshot.WriteAsync(folder, path, databaseOnly: false, now, cancellationToken);
        Prune(folder, "bot-*.zip", keep);
        return path;
    }

    /// <summary>Keeps the database as it is before a migration changes it; nothing when it holds nothing yet.</summary>
    internal static async Task BeforeMigrationAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string database = Path.Combine(folder, Snapshot.Database);
        if (!File.Exists(database) || Snapshot.MigrationOf(database) is not { } migration) { return; }
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Name)).FullName, $"{BeforeMigration}{Stamp(now)}-after-{migration}.zip");
        await Snapshot.WriteAsync(folder, path, databaseOnly: true, now, cancellationToken);
        Prune(folder, BeforeMigration + "*.zip", KeptBeforeMigration);
    }

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<FileInfo> List(string folder) => Directory.Exists(Path.Combine(folder, Name))
        ? [.. new DirectoryInfo(Path.Combine(folder, Name)).GetFiles("*.zip").OrderByDescending(file => file.LastWriteTimeUtc)]
        : [];

    private static void Prune(string folder, string pattern, int keep)
    {
        foreach (FileInfo old in new DirectoryInfo(Path.Combine(folder, Name)).GetFiles(pattern).OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(keep))
        {
            old.Delete();
        }
    }

    private static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
}
