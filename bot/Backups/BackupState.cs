namespace Bot.Backups;

/// <param name="Since">When the one that runs began.</param>
/// <param name="Failure">Why the last one failed, in Chinese; null when it did not.</param>
public sealed record BackupState(bool IsRunning, DateTimeOffset? Since = null, string? Failure = null, DateTimeOffset? FailedAt = null);
