using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Snapshots;

/// <summary>Unpacks a snapshot and believes nothing of it that it has not checked.</summary>
public static class SnapshotReader
{
    /// <param name="into">A folder that is not there yet; removed again when the snapshot is damaged.</param>
    /// <exception cref="SnapshotException">The snapshot is damaged, or no snapshot.</exception>
    public static async Task<SnapshotManifest> UnpackAsync(string file, string into, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(into);
            using ZipArchive archive = ZipFile.OpenRead(file);
            SnapshotManifest manifest = await ManifestAsync(archive, file, cancellationToken);
            foreach (SnapshotFile one in manifest.Files) { await UnpackAsync(archive, one, into, file, cancellationToken); }
            foreach (string name in Snapshot.Databases.Where(name => File.Exists(Path.Combine(into, name)))) { CheckDatabase(Path.Combine(into, name), file); }
            return manifest;
        }
        catch (Exception exception)
        {
            if (Directory.Exists(into)) { Directory.Delete(into, recursive: true); }
            if (exception is SnapshotException) { throw; }
            if (exception is InvalidDataException or SqliteException or JsonException or EndOfStreamException) { throw Damaged(file, "文件不完整，或者被改过"); }
            throw;
        }
    }

    /// <summary>What a snapshot says it holds, without looking whether it does; null when it cannot be read.</summary>
    public static async Task<SnapshotManifest?> PeekAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(file);
            return await ManifestAsync(archive, file, cancellationToken);
        }
        catch (Exception exception) when (exception is SnapshotException or InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<SnapshotManifest> ManifestAsync(ZipArchive archive, string file, CancellationToken cancellationToken)
    {
        ZipArchiveEntry entry = archive.GetEntry(SnapshotManifest.Entry) ?? throw Damaged(file, "没有清单");
        await using Stream stream = entry.Open();
        SnapshotManifest? manifest = await JsonSerializer.DeserializeAsync<SnapshotManifest>(stream, cancellationToken: cancellationToken);
        bool whole = manifest is { Files: not null, Parts: not null }
            && manifest.Files.Any(one => one.Name == Snapshot.Database) && manifest.Files.Count == archive.Entries.Count - 1
            && manifest.Parts.All(part => Snapshot.Databases.Contains(part) || Snapshot.Folders.Contains(part))
            && manifest.Files.All(one => IsOurs(one.Name) && manifest.Parts.Contains(one.Name.Split('/')[0]));
        return whole ? manifest! : throw Damaged(file, "清单和内容对不上");
    }

    private static async Task UnpackAsync(ZipArchive archive, SnapshotFile one, string into, string file, CancellationToken cancellationToken)
    {
        ZipArchiveEntry entry = archive.GetEntry(one.Name) ?? throw Damaged(file, $"缺少 {one.Name}");
        string path = Path.Combine(into, one.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using Stream source = entry.Open();
        await using FileStream target = new(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[128 * 1024];
        long size = 0;
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            size += read;
            if (size > one.Size) { throw Damaged(file, $"{one.Name} 比清单上的大"); }
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        target.Flush(flushToDisk: true);
        if (size != one.Size || Convert.ToHexStringLower(hash.GetHashAndReset()) != one.Sha256) { throw Damaged(file, $"{one.Name} 和清单对不上"); }
    }

    private static void CheckDatabase(string path, string file)
    {
        using SqliteConnection connection = new(Snapshot.Reading(path));
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok") { throw Damaged(file, $"{Path.GetFileName(path)} 不完整"); }
    }

    private static bool IsOurs(string name) => name.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.AsSpan().IndexOfAny('\\', ':', '\0') < 0);

    private static SnapshotException Damaged(string file, string what) => new($"备份 {file} 是坏的：{what}。请换一份备份。");
}
