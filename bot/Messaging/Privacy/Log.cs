namespace Bot.Messaging.Privacy;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The consent text {Version} is to be said in {Channel}/{Conversation}")]
    public static partial void ConsentSaid(this ILogger logger, string channel, string conversation, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "The consent text could not be put down to be said, trying again")]
    public static partial void ConsentFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A sender of {Channel} wishes: {Wish}; nothing of the message is stored")]
    public static partial void Wished(this ILogger logger, string channel, Wish wish);
}
