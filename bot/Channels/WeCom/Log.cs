namespace Bot.Channels.WeCom;

/// <summary>Never a secret, an address or what somebody said.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A message from WeCom could not be stored, try {Tries}")]
    public static partial void NotStored(this ILogger logger, int tries, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message from WeCom can never be stored and is lost")]
    public static partial void Lost(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Times} requests to the WeCom callback were refused since it was last told, the latest: {Reason}")]
    public static partial void Refused(this ILogger logger, int times, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A frame from WeCom was not understood, {Bytes} bytes")]
    public static partial void NotUnderstood(this ILogger logger, int bytes);
}
