namespace Bot.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Path} is at {Migration}")]
    public static partial void Migrated(this ILogger logger, string path, string migration);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data of {Path} were restored from a backup; what they replaced lies in {Aside}")]
    public static partial void Restored(this ILogger logger, string path, string aside);

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit of {Count} writes failed, all their callers were told")]
    public static partial void CommitFailed(this ILogger logger, int count, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that follows a commit failed; the commit stands")]
    public static partial void AfterCommitFailed(this ILogger logger, Exception exception);
}
