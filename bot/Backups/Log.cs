namespace Bot.Backups;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up into {Path}")]
    public static partial void BackedUp(this ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "The backup failed")]
    public static partial void BackupFailed(this ILogger logger, Exception exception);
}
