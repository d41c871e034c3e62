namespace Bot.Privacy;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Messages} messages deleted, {Texts} other texts hidden or deleted")]
    public static partial void Kept(this ILogger logger, int messages, int texts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Retention failed, trying again in an hour")]
    public static partial void RetentionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log is read just now; deleted words leave it with the next checkpoint")]
    public static partial void CheckpointBusy(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A person was erased: {Messages} messages, {Reports} reports, {Texts} other texts")]
    public static partial void Erased(this ILogger logger, int messages, int reports, int texts);
}
