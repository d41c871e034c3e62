namespace Bot.Channels.Http;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A message of the gateway {Gateway} could not be stored; it was told to send it again")]
    public static partial void NotStored(this ILogger logger, string gateway, Exception exception);
}
