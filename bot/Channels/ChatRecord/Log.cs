namespace Bot.Channels.ChatRecord;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} chat records were never confirmed and are forgotten")]
    public static partial void Forgotten(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unconfirmed chat records could not be forgotten, trying again")]
    public static partial void ForgettingFailed(this ILogger logger, Exception exception);
}
