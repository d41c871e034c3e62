namespace Bot.Messaging.Pictures;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Picture {Name} of {Channel}: {State} after {Attempts} tries, {Bytes} bytes")]
    public static partial void Fetched(this ILogger logger, string name, string channel, PictureState state, int attempts, int bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Picture {Name} of {Channel}: fetching it failed, {Failure}")]
    public static partial void FetchFailed(this ILogger logger, string name, string channel, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pictures that wait could not be looked at, trying again")]
    public static partial void LookingFailed(this ILogger logger, Exception exception);
}
