namespace Bot.Channels.Feishu;

/// <summary>Never a secret, an address or what somebody said.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Feishu could not be stored; it was told to send it again")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Times} requests to the Feishu webhook were refused since it was last told, the latest: {Reason}")]
    public static partial void Refused(this ILogger logger, int times, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feishu does not tell names (code {Code}); asked again in {Minutes} minutes")]
    public static partial void NamesNotTold(this ILogger logger, long code, double minutes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A frame from Feishu was not understood or never became whole, {Bytes} bytes")]
    public static partial void NotUnderstood(this ILogger logger, int bytes);
}
