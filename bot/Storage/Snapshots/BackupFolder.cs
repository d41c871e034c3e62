using System.Globalization;

namespace Bot.Storage.Snapshots;

/// <summary>The backups that lie in a folder.</summary>
public static class BackupFolder
{
    public const string Name = "backups";
    private const string Whole = "bot-";
    private const string BeforeMigration = "before-";
    private const string Stamp = "yyyyMMdd-HHmmss-fff";
    private const int KeptBeforeMigration = 3;

    public static string Default(string data) => Path.Combine(data, Name);

    /// <summary>Makes a whole backup that takes its name once it was read back; the oldest beyond <paramref name="keep"/> are removed after it.</summary>
    /// <returns>The path of the new one.</returns>
    public static async Task<string> AddAsync(string data, string folder, int keep, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{Whole}{Said(now)}.zip");
        string unread = path + ".tmp";
        string unpacked = Path.Combine(data, $"{Leftovers.Checking}{Guid.NewGuid():N}");
        try
        {
            await Snapshot.WriteAsync(data, unread, databaseOnly: false, now, cancellationToken);
            await SnapshotReader.UnpackAsync(unread, unpacked, cancellationToken);
            File.Move(unread, path);
        }
        finally
        {
            if (Directory.Exists(unpacked)) { Directory.Delete(unpacked, recursive: true); }
            File.Delete(unread);
        }
        Prune(folder, Whole + "*.zip", keep);
        return path;
    }

    /// <summary>Keeps the database as it is before a migration changes it; nothing when it holds nothing yet.</summary>
    internal static async Task BeforeMigrationAsync(string data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string database = Path.Combine(data, Snapshot.Database);
        if (!File.Exists(database) || Snapshot.MigrationOf(database) is not { } migration) { return; }
        string path = Path.Combine(Directory.CreateDirectory(Default(data)).FullName, $"{BeforeMigration}{Said(now)}-after-{migration}.zip");
        await Snapshot.WriteAsync(data, path, databaseOnly: true, now, cancellationToken);
        Prune(Default(data), BeforeMigration + "*.zip", KeptBeforeMigration);
    }

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<BackupFile> List(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles("*.zip").Select(file => new BackupFile(file.FullName, file.Length, MadeAt(file), file.Name.StartsWith(Whole, StringComparison.Ordinal)))
            .OrderByDescending(file => file.Made)]
        : [];

    private static void Prune(string folder, string pattern, int keep)
    {
        foreach (FileInfo old in new DirectoryInfo(folder).GetFiles(pattern).OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(keep))
        {
            old.Delete();
        }
    }

    // the name says it: a file that was copied here has the time of the copy
    private static DateTimeOffset MadeAt(FileInfo file)
    {
        string[] parts = Path.GetFileNameWithoutExtension(file.Name).Split('-');
        return parts.Length > 3 && DateTimeOffset.TryParseExact(
            string.Join('-', parts[1..4]), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset made) ? made : file.LastWriteTimeUtc;
    }

    private static string Said(DateTimeOffset now) => now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
}
