namespace Bot.Open311;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Client} filed ticket {Ticket} (joined: {Joined})")]
    public static partial void Filed(this ILogger logger, string client, int ticket, bool joined);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request over Open311 failed")]
    public static partial void Failed(this ILogger logger, Exception exception);
}
