namespace Bot.Channels.BotFramework;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} activities could not be checked or stored and were told to come again; the last")]
    public static partial void NotTaken(this ILogger logger, int count, Exception exception);
}
