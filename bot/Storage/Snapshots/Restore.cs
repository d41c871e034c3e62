using System.Globalization;

namespace Bot.Storage.Snapshots;

/// <summary>Puts a snapshot in the place of what a data folder holds.</summary>
public static class Restore
{
    /// <summary>Checks the snapshot and makes ready to exchange the data; the next start of the program, or <see cref="DataSwap.Finish"/>, does it.</summary>
    /// <param name="known">The migrations this program knows; a snapshot of a newer program is refused.</param>
    public static async Task<SnapshotManifest> PrepareAsync(
        string folder, string file, IReadOnlyCollection<string> known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (DataSwap.IsPending(folder)) { throw new SnapshotException("上一次恢复还没有做完，请先启动一次机器人。"); }
        string stamp = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string staged = Path.Combine(folder, $"{Leftovers.Restoring}{Guid.NewGuid():N}");
        SnapshotManifest manifest = await SnapshotReader.UnpackAsync(file, staged, cancellationToken);
        if (Snapshot.MigrationOf(Path.Combine(staged, Snapshot.Database)) is not { } migration || !known.Contains(migration))
        {
            Directory.Delete(staged, recursive: true);
            throw new SnapshotException($"备份 {file} 来自更新的版本，没有恢复。请先升级程序。");
        }
        DataSwap.Begin(folder, staged, manifest.Parts, $"replaced-{stamp}-{Path.GetRandomFileName()[..4]}");
        return manifest;
    }
}
