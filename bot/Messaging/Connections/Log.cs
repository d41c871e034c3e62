namespace Bot.Messaging.Connections;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel} is connected")]
    public static partial void Connected(this ILogger logger, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection of {Channel} ended ({Reason}), {Failures} in a row, next try in {Seconds:0.0} s")]
    public static partial void ConnectionLost(this ILogger logger, string channel, EndReason reason, int failures, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection of {Channel} ended ({Reason}) and is not tried again, denied {Denials} times")]
    public static partial void GaveUp(this ILogger logger, string channel, EndReason reason, int denials);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection of {Channel} failed")]
    public static partial void SessionFailed(this ILogger logger, string channel, Exception exception);
}
