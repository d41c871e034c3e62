namespace Bot.Storage.Snapshots;

/// <summary>What a snapshot holds; its last entry.</summary>
/// <param name="Migration">The last migration of its database.</param>
/// <param name="Parts">Files and folders of the data folder that it replaces.</param>
public sealed record SnapshotManifest(DateTimeOffset Made, string? Migration, IReadOnlyList<string> Parts, IReadOnlyList<SnapshotFile> Files)
{
    public const string Entry = "manifest.json";
}

public sealed record SnapshotFile(string Name, long Size, string Sha256);
