namespace Bot.Channels.BotFramework;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be checked or stored; it was told to come again")]
    public static partial void NotTaken(this ILogger logger, Exception exception);
}
