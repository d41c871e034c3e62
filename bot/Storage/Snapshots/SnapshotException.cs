namespace Bot.Storage.Snapshots;

/// <summary>A snapshot that cannot be used, or a data folder that cannot take one now; the message is for the person who asked.</summary>
public sealed class SnapshotException(string message) : Exception(message);
