using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Snapshots;

/// <summary>
/// Copies what the data folder holds into one file, beside a running service. The database is copied first, as it stands at one instant;
/// photos and documents are written before the row that names them, so what is copied after it holds all that it speaks of.
/// Keys of the data protection are included, settings and their secrets are not.
/// </summary>
public static class Snapshot
{
    public const string Database = "bot.db";
    private const string Scheduler = "scheduler.db";

    internal static readonly string[] Databases = [Database, Scheduler];
    internal static readonly string[] Folders = ["photos", "knowledge", "models", "keys"];

    /// <param name="target">Takes its name only when it is complete.</param>
    /// <param name="databaseOnly">For a snapshot before a migration, which touches nothing else.</param>
    public static async Task WriteAsync(string folder, string target, bool databaseOnly, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (FileStream file = new(temporary, Private(FileMode.CreateNew)))
            {
                await WriteAsync(folder, file, databaseOnly, now, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, target);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task WriteAsync(string folder, FileStream file, bool databaseOnly, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<SnapshotFile> files = [];
        using ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true);
        string? migration = null;
        foreach (string name in (databaseOnly ? [Database] : Databases).Where(name => File.Exists(Path.Combine(folder, name))))
        {
            files.Add(await AddDatabaseAsync(archive, folder, name, copy => migration ??= MigrationOf(copy), cancellationToken));
        }
        string[] folders = databaseOnly ? [] : Folders;
        foreach (string path in folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)))
        {
            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name.EndsWith(".db-wal", StringComparison.Ordinal) || name.EndsWith(".db-shm", StringComparison.Ordinal)) { continue; }
            if (name.EndsWith(".db", StringComparison.Ordinal)) { files.Add(await AddDatabaseAsync(archive, folder, name, _ => { }, cancellationToken)); }
            else if (File.Exists(path)) { files.Add(await AddAsync(archive, path, name, CompressionLevel.NoCompression, cancellationToken)); }
        }
        string[] parts = databaseOnly ? [Database] : [.. Databases, .. Folders];
        await using Stream manifest = archive.CreateEntry(SnapshotManifest.Entry).Open();
        await JsonSerializer.SerializeAsync(manifest, new SnapshotManifest(now, migration, parts, files), cancellationToken: cancellationToken);
    }

    // a database is never copied as a file: it may be in the middle of a write
    private static async Task<SnapshotFile> AddDatabaseAsync(
        ZipArchive archive, string folder, string name, Action<string> look, CancellationToken cancellationToken)
    {
        string copy = Path.Combine(folder, $"{Leftovers.Snapshot}{Guid.NewGuid():N}");
        try
        {
            CopyDatabase(Path.Combine(folder, name), copy);
            look(copy);
            return await AddAsync(archive, copy, name, CompressionLevel.Fastest, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>The last migration a database file has; null when it has none.</summary>
    internal static string? MigrationOf(string path)
    {
        using SqliteConnection connection = new(Reading(path));
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is 0L) { return null; }
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return command.ExecuteScalar() as string;
    }

    internal static string Reading(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ToString();

    private static void CopyDatabase(string path, string copy)
    {
        using SqliteConnection connection = new(Reading(path));
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.ExecuteNonQuery();
    }

    private static async Task<SnapshotFile> AddAsync(ZipArchive archive, string path, string name, CompressionLevel level, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream source = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using Stream entry = archive.CreateEntry(name, level).Open();
        byte[] buffer = new byte[128 * 1024];
        long size = 0;
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return new SnapshotFile(name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        return options;
    }
}
